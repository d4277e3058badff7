// Proposals in the editor: a change stands as lines at its place until it is decided, or cannot be made any more.
import { historyField, undo } from '@codemirror/commands';
import { expect } from '@esm-bundle/chai';
import 'axe-core';
import type { CodeRoom } from '../../components/code-room.js';
import type { Session } from '../../components/session/session.js';
import { clear, editor, open, part, roomHost, until, write } from '../fixtures/elements.js';

/** The package is a plain script. */
const { axe } = window as unknown as { axe: typeof import('axe-core') };

const CODE = 'def add(a, b):\n    return a - b\n';
const FIXED = CODE.replace('a - b', 'a + b');

let ada: CodeRoom;
let ben: CodeRoom;
let bot: CodeRoom;
let enter: (role: string, name: string) => Promise<CodeRoom>;

/** A room for people, an observer and an assistant. */
async function made(): Promise<typeof enter> {
  const host = await roomHost();
  const post = async (path: string, body: object, token = '') => {
    const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
    return (await fetch(`${host}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const { id, links } = await post('/api/rooms', { code: CODE, ai: 'allowed' });
  const tokenOf = async (link: string, name: string) =>
    (await post(`/api/rooms/${id}/token`, { secret: new URL(link).hash.slice(3), name })).token;
  for (const role of ['assistant', 'observer']) {
    if (links[role]) continue;
    const { link } = await post(`/api/rooms/${id}/links/${role}`, {}, await tokenOf(links.interviewer, ''));
    links[role] = link;
  }
  return async (role, name) => open({ host, room: id, token: await tokenOf(links[role], name), name });
}

const session = (of: CodeRoom) =>
  (part(of, 'code-room-assistant') as unknown as { room: { session: Session } }).room.session;
const propose = (of: CodeRoom, newText: string, file = 'main.py') =>
  session(of).propose({ file, newText, why: 'It subtracts.' });

/** The lines of the editor as they stand there, `-` those that are to go and `+` those that are to come. */
function shown(of: CodeRoom): string[] {
  const lines = [...editor(of).contentDOM.querySelectorAll('.cm-line, .cm-proposedLine, .cm-proposalCard')];
  return lines.map(({ classList, textContent }) => {
    if (classList.contains('cm-proposalCard')) return '?';
    const sign = classList.contains('cm-proposedOut') ? '-' : classList.contains('cm-proposedLine') ? '+' : ' ';
    return `${sign}${textContent}`;
  });
}

const PROPOSED = [' def add(a, b):', '?', '-    return a - b', '+    return a + b', ' '];
const PLAIN = [' def add(a, b):', '     return a - b', ' '];
const stands = (of: CodeRoom, lines: readonly string[]) =>
  until(() => JSON.stringify(shown(of)) === JSON.stringify(lines), `not ${lines.join('|')}`).catch((error) => {
    throw new Error(`${error.message}, but ${shown(of).join('|')}`);
  });
const button = (of: CodeRoom, word: string) =>
  [...editor(of).contentDOM.querySelectorAll<HTMLButtonElement>('.cm-proposal button')].find(
    ({ textContent }) => textContent === word,
  );

describe('proposals in the editor', () => {
  beforeEach(async () => {
    enter = await made();
    ada = await enter('interviewer', 'Ada');
    ben = await enter('candidate', 'Ben');
    bot = await enter('assistant', 'Bot');
    await until(() => ben.people.length === 3 && bot.value === CODE);
    for (const each of [ada, ben]) await until(() => editor(each).state.field(historyField, false));
  });
  afterEach(clear);

  it('stand at their place, move with what is typed above, and are no part of the code', async () => {
    const olga = await enter('observer', 'Olga');
    await propose(bot, FIXED);
    for (const each of [ada, ben, bot, olga]) await stands(each, PROPOSED);
    write(ben, '# Ben\n', 0);
    for (const each of [ada, ben, bot, olga]) await stands(each, [' # Ben', ...PROPOSED]);
    expect(ben.value).to.equal(`# Ben\n${CODE}`);
    // Who comes later sees it as well.
    const late = await enter('interviewer', 'Late');
    await stands(late, [' # Ben', ...PROPOSED]);
    for (const each of [bot, olga]) expect(button(each, 'Accept')).to.equal(undefined);
    const card = editor(ben).contentDOM.querySelector('.cm-proposalCard');
    expect(card?.getAttribute('aria-label')).to.equal('Bot’s proposal for main.py');
    expect(card?.textContent?.replace(/\s+/g, ' ').trim()).to.match(/^Bot proposes a change of main\.pyIt subtracts\./);
    expect(button(ben, 'Accept')?.getAttribute('aria-label')).to.equal('Accept: Bot’s proposal for main.py');
    const [added, line] = ['.cm-proposedIn', '.cm-proposedLine'].map((of) => editor(ben).contentDOM.querySelector(of));
    expect(added?.clientHeight).to.equal(line?.clientHeight);
    const out = editor(ben).contentDOM.querySelector('.cm-proposedOut');
    expect([out?.getAttribute('role'), out?.getAttribute('aria-description')]).to.deep.equal(['mark', 'taken out']);
  });

  for (const theme of ['light', 'dark'])
    it(`have no violations found by axe: ${theme}`, async () => {
      ben.setAttribute('theme', theme);
      await propose(bot, FIXED);
      await stands(ben, PROPOSED);
      const { violations } = await axe.run(ben, { resultTypes: ['violations'] });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).to.deep.equal([]);
    });

  it('are accepted there, are gone then, and can be undone', async () => {
    await propose(bot, FIXED);
    await stands(ben, PROPOSED);
    button(ben, 'Accept')?.focus();
    button(ben, 'Accept')?.click();
    await until(() => ben.value === FIXED && ada.value === FIXED);
    for (const each of [ada, ben])
      await stands(
        each,
        PLAIN.map((line) => line.replace('a - b', 'a + b')),
      );
    expect(editor(ben).hasFocus).to.equal(true);
    undo(editor(ben));
    await until(() => ada.value === CODE);
    await stands(ben, PLAIN);
  });

  it('are gone for everybody when somebody declines', async () => {
    await propose(bot, FIXED);
    for (const each of [ada, ben]) await stands(each, PROPOSED);
    button(ada, 'Decline')?.click();
    for (const each of [ada, ben, bot]) await stands(each, PLAIN);
    expect(ben.value).to.equal(CODE);
  });

  it('are not there while they cannot be made', async () => {
    await propose(bot, FIXED);
    await stands(ben, PROPOSED);
    const at = CODE.indexOf('- b');
    write(ben, 'x', at);
    for (const each of [ada, ben])
      await stands(
        each,
        PLAIN.map((line) => line.replace('- b', 'x- b')),
      );
    editor(ben).dispatch({ changes: { from: at, to: at + 1 } });
    for (const each of [ada, ben]) await stands(each, PROPOSED);
    editor(ada).dispatch({ changes: { from: 0, to: CODE.length, insert: 'new' } });
    for (const each of [ada, ben]) await stands(each, [' new']);
  });

  it('of lines that only come, and in a file that is shown later', async () => {
    await ada.addFile({ name: 'b.py', text: 'one\ntwo\n' });
    await until(() => bot.files.length === 2 && ben.files.length === 2);
    await until(() => bot.files.find(({ name }) => name === 'b.py')?.text === 'one\ntwo\n');
    await propose(bot, 'one\nmore\ntwo\nlast\n', 'b.py');
    ben.file = 'b.py';
    await stands(ben, [' one', '?', '+more', ' two', '+last', ' ']);
  });

  it('of lines that come behind the last one, which stays as it is', async () => {
    ada.value = CODE.trimEnd();
    await until(() => bot.value === CODE.trimEnd() && ben.value === bot.value);
    await propose(bot, `${CODE}\nadd(1, 2)\n`);
    const [first = '', second = ''] = CODE.split('\n').map((line) => ` ${line}`);
    await stands(ben, [first, second, '?', '+', '+add(1, 2)', '+']);
    button(ben, 'Accept')?.click();
    await until(() => ada.value === `${CODE}\nadd(1, 2)\n`);
  });
});
