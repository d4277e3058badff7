// Another language in the element: what it, its session and its room refuse is shown in the words of a table that the page has fetched.
import { findNext, openSearchPanel, SearchQuery, setSearchQuery } from '@codemirror/search';
import { expect } from '@esm-bundle/chai';
import { render } from 'lit';
import type { CodeRoom } from '../../components/code-room.js';
import { show } from '../../components/output/render-output.js';
import { defineReplay } from '../../components/register.js';
import { spokenBy } from '../../components/wording/locale.js';
import { registerTranslation, speech } from '../../components/wording/words.js';
import { clear, collect, editor, inside, make, newRoom, open, roomHost, until, write } from '../fixtures/elements.js';

/** A language of which there is no table but this one. */
const LATIN = {
  '“{host}” is no address of a room server. Whoever made this page has to write it like this: host="{address}".':
    'Nulla camera ad “{host}”; scribe {address}.',
  'There is a file called "{name}" in this room already. Choose another name.': 'Nomen {name} iam adest.',
  'A file needs a name. Give it one such as "main.py".': 'Nomen deest.',
  'There is no file called "{name}" in this room.': 'Nihil est {name}.',
  Run: 'Age',
  Find: 'Quaere',
  'current match': 'hoc inventum',
  'on line': 'in linea',
  '{name}’s page:': 'Pagina {name}:',
  'Write some code first.': 'Scribe aliquid.',
  'The file {name} has been added.': 'Advenit {name}.',
  'This is not a replay. Choose a file whose name ends in .coderoom.': 'Non est.',
} as const;

describe('another language', () => {
  before(() => registerTranslation('la', LATIN));
  beforeEach(() => {
    document.body.lang = 'la';
  });
  afterEach(() => {
    document.body.removeAttribute('lang');
    clear();
  });

  it('is that of the nearest ancestor, and followed while the page is open', async () => {
    const element = await open({ host: await roomHost(), room: newRoom() });
    const run = (words: string) =>
      until(() => inside(element, 'code-room-run', 'button')?.textContent?.trim() === words, `Run is not ${words}`);
    await run('Age');
    document.body.lang = 'la-VA';
    await run('Age');
    document.body.lang = 'en';
    await run('Run');
    document.body.lang = 'x-unknown';
    await run('Run');
    document.body.lang = 'la';
    await run('Age');
    element.lang = 'en';
    await run('Run');
  });

  it('is used for why the element has not joined its room', async () => {
    const element = make({ host: 'rooms', room: newRoom() });
    const told = collect(element, 'code-room-status');
    document.body.append(element);
    const said = 'Nulla camera ad “rooms”; scribe https://rooms.';
    await until(() => inside(element, 'code-room-notice', 'p')?.textContent === said, 'the notice is in English');
    await until(() => inside(element, 'code-room-status', '.status')?.title === said, 'the status is in English');
    expect(told.at(-1)?.sentence).to.equal(said);
  });

  it('is used for refusals by the room, by the session and by the element', async () => {
    const element = await open({ host: await roomHost(), room: newRoom() });
    const sentence = (done: Promise<void>) =>
      done.then(
        () => 'It was done.',
        (error: Error) => error.message,
      );
    await element.addFile({ name: 'bank.py' });
    const errors = collect(element, 'code-room-error');
    element.entry = 'none.py';
    await until(() => errors.length > 0);
    expect(errors[0]?.sentence).to.equal('Nihil est none.py.');
    await until(() => inside(element, 'code-room-notice', 'p')?.textContent === 'Nihil est none.py.');
    expect(await sentence(element.addFile({ name: 'BANK.py' }))).to.equal('Nomen bank.py iam adest.');
    expect(await sentence(element.addFile({ name: '' }))).to.equal('Nomen deest.');
  });

  it('is used for what a form misses, also when it changes later', async () => {
    const element = await open({ required: '' });
    await until(() => element.validationMessage === 'Scribe aliquid.', element.validationMessage);
    document.body.lang = 'en';
    await until(() => element.validationMessage === 'Write some code first.', element.validationMessage);
  });

  it('is that of each element, whichever was rendered last', async () => {
    const host = await roomHost();
    const latin = await open({ host, room: newRoom() });
    const english = await open({ lang: 'en' });
    const run = (element: CodeRoom) => inside(element, 'code-room-run', 'button')?.textContent?.trim();
    await until(() => run(latin) === 'Age' && run(english) === 'Run');
    const other = await open({ host, room: latin.room ?? '', lang: 'en' });
    const heard = (element: CodeRoom) => element.shadowRoot?.querySelector('.unseen')?.textContent ?? '';
    const rendered = async (element: CodeRoom) => {
      element.requestUpdate();
      await element.updateComplete;
    };
    const errors = [latin, english].map((element) => collect(element, 'code-room-error'));
    await rendered(english);
    latin.entry = 'none.py';
    await until(() => errors[0]?.length === 1);
    await rendered(latin);
    english.entry = 'none.py';
    await until(() => errors[1]?.length === 1);
    expect(errors.map(([error]) => error?.sentence)).to.deep.equal([
      'Nihil est none.py.',
      'There is no file called "none.py" in this room.',
    ]);
    const rendering = setInterval(() => english.requestUpdate(), 5);
    await other.addFile({ name: 'bank.py' });
    await until(() => heard(latin).includes('Advenit bank.py.'), heard(latin)).finally(() => clearInterval(rendering));
  });

  it('is used for why a replay cannot be played, also when it changes later', async () => {
    await defineReplay();
    const player = document.createElement('code-room-replay');
    player.file = new Blob(['nothing']);
    document.body.append(player);
    const said = () => player.shadowRoot?.querySelector('[role=alert]')?.textContent;
    await until(() => said() === 'Non est.', said() ?? '');
    document.body.lang = 'en';
    await until(() => said() === 'This is not a replay. Choose a file whose name ends in .coderoom.', said() ?? '');
  });

  it('is used for what the editor says by itself, to eyes and to screen readers', async () => {
    const element = await open({ host: await roomHost(), room: newRoom() });
    await until(() => editor(element)?.contentDOM.hasAttribute('aria-autocomplete'), 'the search is not loaded');
    write(element, 'salve\nabc\n', 0);
    const view = editor(element);
    openSearchPanel(view);
    const field = view.dom.querySelector<HTMLInputElement>('.cm-search [name=search]');
    expect([field?.placeholder, field?.getAttribute('aria-label')]).to.deep.equal(['Quaere', 'Quaere']);
    view.dispatch({ effects: setSearchQuery.of(new SearchQuery({ search: 'abc' })) });
    findNext(view);
    const announced = () => view.dom.querySelector('.cm-announced')?.textContent ?? '';
    await until(() => /hoc inventum\. abc in linea 2\./.test(announced()), 'the match is not announced');
  });

  it('is used for whose page wrote a note into the output', () => {
    speech.now = spokenBy(LATIN, 'la');
    const box = document.createElement('div');
    render(show({ output: [{ kind: 'note', text: 'x' }], fileNames: [], by: 'Ada', reveal: () => {} }), box);
    speech.now = undefined;
    expect(box.querySelector<HTMLElement>('.note')?.dataset.by).to.equal('Pagina Ada:');
  });
});
