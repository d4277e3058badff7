// Help that knows the language: suggestions, errors while typing, what a name is, parameters; only where the room allows it.
import { currentCompletions } from '@codemirror/autocomplete';
import { forEachDiagnostic } from '@codemirror/lint';
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import type { CodeRoomSettings } from '../../components/code-room-settings.js';
import { clear, editor, inside, newRoom, open, part, roomHost, sandboxUrl, until } from '../fixtures/elements.js';
import { type } from '../fixtures/keyboard.js';
import { makeRoom } from '../fixtures/made-room.js';

async function opened(language: string, text: string, attributes: Record<string, string> = {}): Promise<CodeRoom> {
  const room = await open({ runner: sandboxUrl, language, name: 'Ann', ...attributes });
  await until(() => editor(room).contentDOM.hasAttribute('aria-autocomplete'), 'the editor is not all there');
  room.value = text;
  editor(room).dispatch({ selection: { anchor: room.value.length } });
  editor(room).focus();
  return room;
}

function errors(room: CodeRoom): string[] {
  const found: string[] = [];
  forEachDiagnostic(editor(room).state, ({ message }) => found.push(message));
  return found;
}

const offered = (room: CodeRoom) => currentCompletions(editor(room).state).map(({ label }) => label);
const shown = (room: CodeRoom) => inside(room, 'code-room-editor', '.cm-knows')?.textContent ?? '';

afterEach(clear);

describe('help that knows TypeScript', () => {
  it('says what is wrong, suggests what there is, names parameters, and knows the other files', async () => {
    const room = await opened('typescript', 'const n: number = "a";\n');
    await room.addFile({
      name: 'bank.ts',
      text: 'export const transfer = (from: string, cents: number): number => cents;\n',
    });
    await type('1;');
    await until(
      () => errors(room).some((each) => each.includes("'string' is not assignable to type 'number'")),
      'no error',
    );
    const marked = inside(room, 'code-room-editor', '.cm-lintRange-error');
    expect(getComputedStyle(marked).backgroundImage).to.equal('none');
    room.value = 'const n: number = 1;\n';
    editor(room).dispatch({ selection: { anchor: room.value.length } });
    await until(() => errors(room).length === 0, 'the error stays');
    await type('n.toF');
    await until(() => offered(room)[0] === 'toFixed', `offered: ${offered(room)}`);
    await new Promise((resolve) => setTimeout(resolve, 120));
    await sendKeys({ press: 'Tab' });
    expect(room.value).to.equal('const n: number = 1;\nn.toFixed');
    room.value = 'import { transfer } from "./bank";\n';
    editor(room).dispatch({ selection: { anchor: room.value.length } });
    await type('transfer(');
    await until(() => shown(room).includes('cents: number'), `no parameters: ${shown(room)}`);
    expect(inside(room, 'code-room-editor', '.cm-knows strong').textContent).to.equal('from: string');
    await sendKeys({ press: 'Escape' });
    expect(shown(room)).to.equal('');
  });

  it('looks again when another file was changed, by oneself or by somebody else', async () => {
    const attributes = { host: await roomHost(), room: newRoom() };
    const room = await opened('typescript', 'import { pay } from "./bank";\npay(1);\n', attributes);
    const bo = await open({ ...attributes, name: 'Bo' });
    await room.addFile({ name: 'bank.ts', text: 'export const take = (cents: number) => cents;\n' });
    const [main = ''] = room.files.map(({ name }) => name);
    const missing = () => errors(room).some((each) => each.includes("no exported member 'pay'"));
    room.file = main;
    await until(() => room.value.startsWith('import'), 'the first file is not shown');
    editor(room).focus();
    await type('1;');
    await until(missing, `no error: ${errors(room)}`);
    // Somebody else mends the other file, which is not shown here.
    await until(() => bo.files.some(({ name }) => name === 'bank.ts'), 'the other has not got the file');
    bo.file = 'bank.ts';
    await until(() => bo.value.includes('take'), 'the other does not see the file');
    bo.value = 'export const pay = (cents: number) => cents;\n';
    await until(() => errors(room).length === 0, `the error stays: ${errors(room)}`);
    // Oneself breaks it, and comes back.
    room.file = 'bank.ts';
    await until(() => room.value.includes('pay'), 'the other file is not shown');
    room.value = 'export const take = (cents: number) => cents;\n';
    await until(() => bo.value.includes('take'), 'the change has not arrived');
    room.file = main;
    await until(missing, `no error: ${errors(room)}`);
  });

  it('comes only with writing: whoever reads fetches nothing', async () => {
    const room = await opened('typescript', 'const n: number = "a";\n');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(errors(room)).to.deep.equal([]);
    expect(inside(room, 'code-room-editor', '.cm-lintRange')).to.equal(null);
  });

  it('goes when an interviewer says so, for everybody', async () => {
    const made = await makeRoom({ language: 'typescript', code: 'const n: number = "a";\n' });
    const interviewer = await made.enter('interviewer', '', { runner: 'off' });
    const room = await made.enter('candidate', '', { runner: sandboxUrl });
    await until(() => editor(room).contentDOM.hasAttribute('aria-autocomplete'), 'the editor is not all there');
    editor(room).dispatch({ selection: { anchor: room.value.length } });
    editor(room).focus();
    await type('1;');
    await until(() => errors(room).length > 0, 'no error');
    const settings = (of: CodeRoom) => part(of, 'code-room-settings') as CodeRoomSettings;
    settings(room).help = 'none';
    expect(settings(room).help).to.equal('full');
    settings(interviewer).help = 'none';
    await until(() => errors(room).length === 0 && !inside(room, 'code-room-editor', '.cm-lintRange'), 'errors stay');
    await type('con');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(offered(room)).to.deep.equal([]);
    expect(inside(room, 'code-room-settings', '[part=help]').textContent).to.equal('Help: none');
  });
});

describe('help that knows Python', () => {
  it('says what will fail, suggests what there is, names parameters, and knows the other files', async () => {
    const room = await opened('python', 'total = 1\nprint(totl)\n');
    await room.addFile({
      name: 'bank.py',
      text: 'def transfer(sender: str, cents: int) -> int:\n    return cents\n',
    });
    await type('1');
    await until(() => errors(room).includes('"totl" is not defined'), `no error: ${errors(room)}`);
    room.value = 'xs = [1]\n';
    editor(room).dispatch({ selection: { anchor: room.value.length } });
    await until(() => errors(room).length === 0, 'the error stays');
    await type('xs.appe');
    await until(() => offered(room)[0] === 'append', `offered: ${offered(room)}`);
    await new Promise((resolve) => setTimeout(resolve, 120));
    await sendKeys({ press: 'Tab' });
    expect(room.value).to.equal('xs = [1]\nxs.append');
    room.value = 'from bank import transfer\n';
    editor(room).dispatch({ selection: { anchor: room.value.length } });
    await type('transfer(');
    await until(() => shown(room).includes('cents: int'), `no parameters: ${shown(room)}`);
    expect(inside(room, 'code-room-editor', '.cm-knows strong').textContent).to.equal('sender: str');
  });

  it('knows Python and TypeScript in one room, each by its own files', async () => {
    const room = await opened('python', 'print(totl)\n');
    await room.addFile({ name: 'web.ts', text: 'const n: number = "a";\n' });
    await type('1');
    await until(() => errors(room).includes('"totl" is not defined'), `no error: ${errors(room)}`);
    room.file = 'web.ts';
    await until(() => room.value.startsWith('const n'), 'the other file is not shown');
    editor(room).focus();
    await until(() => errors(room).some((each) => each.includes('not assignable')), `no error: ${errors(room)}`);
  });
});

describe('help that knows SQL', () => {
  for (const language of ['sql', 'postgres'])
    it(`has the tables and columns of the schemas and of the file in ${language}`, async () => {
      const room = await opened(language, 'create table orders (id integer, total numeric);\n');
      const given = document.createElement('script');
      Object.assign(given, { type: 'application/sql', slot: 'schema', text: 'create table cities (mayor text);' });
      room.append(given);
      await room.addFile({ name: 'schema.sql', text: 'create table customers (id integer, nickname text);\n' });
      await type('select 1;\n');
      // It is fetched in a pause.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await type('SELECT c.n');
      const view = editor(room);
      view.dispatch({ changes: { from: view.state.doc.length, insert: ' FROM customers c, cities' } });
      await type('i');
      await until(() => offered(room).includes('nickname'), `offered: ${offered(room)}`);
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: 'SELECT cities.m' },
        selection: { anchor: 15 },
      });
      await type('a');
      await until(() => offered(room).includes('mayor'), `offered: ${offered(room)}`);
    });
});
