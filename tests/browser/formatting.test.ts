// Formatting a file: in the sandbox, only what differs, one step of undo; what cannot be formatted stays and says why.
import { undo } from '@codemirror/commands';
import { expect } from '@esm-bundle/chai';
import type { CodeRoom } from '../../components/code-room.js';
import { formatFile } from '../../components/editor/format-file.js';
import { EditedFile } from '../fixtures/edited-file.js';
import { clear, collect, editor, newRoom, open, roomHost, sandboxUrl, until, write } from '../fixtures/elements.js';

async function opened(language: string, attributes: Record<string, string> = {}): Promise<CodeRoom> {
  const room = await open({ runner: sandboxUrl, language, name: 'Ann', ...attributes });
  await until(() => editor(room).contentDOM.hasAttribute('aria-autocomplete'), 'the editor is not all there');
  return room;
}

/** No driver but Chromium's holds a key down. */
function format(room: CodeRoom): void {
  const reaching = { bubbles: true, composed: true, cancelable: true };
  const init = { key: 'F', code: 'KeyF', keyCode: 70, shiftKey: true, altKey: true, ...reaching };
  editor(room).contentDOM.dispatchEvent(new KeyboardEvent('keydown', init));
}

const SAMPLES: readonly [language: string, before: string, after: string][] = [
  ['python', 'def  f( a,b ):\n    return a+b\n', 'def f(a, b):\n    return a + b\n'],
  ['typescript', 'const a:number=1\n', 'const a: number = 1;\n'],
  ['sql', 'select a from t where b=1;\n', 'select\n  a\nfrom\n  t\nwhere\n  b = 1;\n'],
  ['postgres', 'select a::text from t where b=1;\n', 'select\n  a::text\nfrom\n  t\nwhere\n  b = 1;\n'],
  ['postgres', 'select 1;\n\\d t\n', 'select\n  1;\n\n\\d t\n'],
  ['cpp', 'int main(){return 0;}\n', 'int main() { return 0; }\n'],
  ['go', 'package main\nfunc main(){\na:=1;_=a}\n', 'package main\n\nfunc main() {\n\ta := 1\n\t_ = a\n}\n'],
];

describe('formatting', () => {
  afterEach(clear);

  for (const [language, before, after] of SAMPLES) {
    it(`is there for ${language}: ${JSON.stringify(before)}`, async () => {
      const room = await opened(language);
      room.value = before;
      format(room);
      await until(() => room.value === after, `not formatted: ${JSON.stringify(room.value)}`);
    });
  }

  it('changes only what differs: cursors of others and the own one stay, and undo takes it back in one step', async () => {
    const attributes = { host: await roomHost(), room: newRoom() };
    const room = await opened('python', attributes);
    const bo = await open({ ...attributes, name: 'Bo' });
    const before = 'x=1\ny = [1,2]\nprint( x )\n';
    write(room, before, 0);
    await until(() => bo.value === before && room.saved);
    // Before the bracket of print.
    editor(room).dispatch({ selection: { anchor: before.indexOf('( x') } });
    editor(bo).dispatch({ selection: { anchor: before.indexOf('y =') }, userEvent: 'select.pointer' });
    format(room);
    const after = 'x = 1\ny = [1, 2]\nprint(x)\n';
    await until(() => bo.value === after, 'it is not formatted for everybody');
    expect(editor(room).state.selection.main.head).to.equal(after.indexOf('(x'));
    expect(editor(bo).state.selection.main.head).to.equal(after.indexOf('y ='));
    undo(editor(room));
    await until(() => bo.value === before, 'one undo does not take it back');
  });

  it('says in which line an error is, and changes nothing', async () => {
    const room = await opened('python');
    const errors = collect(room, 'code-room-error');
    room.value = 'x=1\ndef f(:\n  pass\n';
    format(room);
    await until(() => errors.some(({ reason }) => reason === 'format'), 'nothing is said');
    expect(errors.at(-1)?.sentence).to.match(/^Not formatted, line 2: /);
    expect(room.value).to.equal('x=1\ndef f(:\n  pass\n');
  });

  it('is of the text as it is then, when others write meanwhile; who never stops writing is told', async () => {
    const file = await EditedFile.open('x=1\n');
    const told: string[] = [];
    file.editor.events.failed = (_reason, sentence) => void told.push(String(sentence));
    let writes = 1;
    const call = async (_tool: unknown, request: unknown) => {
      const { text } = request as { text: string };
      if (writes-- > 0) file.others({ from: 0, insert: 'y=2\n' });
      return { text: text.replaceAll('=', ' = ') };
    };
    const host = { load: async () => ({ tools: { call } }) };
    await formatFile(file.editor, host);
    expect(file.text).to.equal('y = 2\nx = 1\n');
    expect(file.kept).to.equal(file.text);
    writes = 100;
    await formatFile(file.editor, host);
    expect(file.text).to.match(/^y=2\n/);
    expect(told).to.deep.equal(['Not formatted: somebody writes at the moment. Try again.']);
    file.close();
  });

  it('says that it needs a sandbox where there is none, and changes nothing', async () => {
    const room = await opened('python', { runner: 'off' });
    room.value = 'x=1\n';
    const errors = collect(room, 'code-room-error');
    format(room);
    await until(() => errors.at(-1)?.sentence.includes('needs a sandbox'), 'it does not say what is missing');
    expect(room.value).to.equal('x=1\n');
  });

  it('has no formatter for every language, and says so', async () => {
    const room = await opened('lua');
    const errors = collect(room, 'code-room-error');
    format(room);
    await until(() => errors.at(-1)?.sentence === 'There is no formatter for Lua.', errors.at(-1)?.sentence);
  });
});
