// Every language of the contract is highlighted, each loaded when it is first shown.
import { expect } from '@esm-bundle/chai';
import { clear, inside, open, sandboxUrl, until } from '../fixtures/elements.js';

const SAMPLES: Record<string, string> = {
  python: 'def f(): return "x"',
  javascript: 'const x = "y";',
  typescript: 'const x: string = "y";',
  jsx: 'const x = <b>y</b>;',
  tsx: 'const x: JSX.Element = <b>y</b>;',
  html: '<p class="x">y</p>',
  css: 'p { color: red; }',
  json: '{"x": 1}',
  sql: 'select 1 from x',
  markdown: '# x',
  java: 'class X { int y = 1; }',
  c: 'int main(void) { return 1; }',
  cpp: 'class X { int y = 1; };',
  csharp: 'class X { int y = 1; }',
  go: 'func main() { return 1 }',
  rust: 'fn main() { let x = 1; }',
  ruby: 'def x; "y"; end',
  php: '<?php function x() { return 1; }',
  kotlin: 'fun main() { val x = 1 }',
  swift: 'func x() { let y = 1 }',
  lua: 'local x = "y"',
  shell: 'if true; then echo "x"; fi',
  yaml: 'x: "y"',
};

describe('highlighting', () => {
  afterEach(clear);

  it('works for every language of the contract', async () => {
    const room = await open();
    // Matching brackets are marked in plain text too.
    const coloured = 'span:not([class*=cm-])';
    for (const [language, sample] of Object.entries(SAMPLES)) {
      room.language = 'plaintext';
      room.value = sample;
      const line = () => inside(room, 'code-room-editor', '.cm-line');
      await until(
        () => line()?.textContent === sample && !line().querySelector(coloured),
        `${language} stays coloured`,
      );
      room.language = language;
      await until(() => line().querySelector(coloured), `${language} is not highlighted`);
    }
  });

  it('shows an unknown language as plain text', async () => {
    const room = await open({ language: 'klingon' });
    room.value = 'Qapla';
    expect(room.language).to.equal('klingon');
    await until(() => inside<HTMLSelectElement>(room, 'code-room-language', 'select').value === 'klingon');
    expect(inside(room, 'code-room-editor', '.cm-line').textContent).to.equal('Qapla');
  });
});

describe('the language menu', () => {
  afterEach(clear);

  it('separates runnable languages from those that are only highlighted', async () => {
    const room = await open({ language: 'python' });
    const groups = () => [...inside(room, 'code-room-language', 'select').querySelectorAll('optgroup')];
    await until(() => groups().length === 2, 'there are no two groups');
    const [here, elsewhere] = groups().map((group) => [...group.querySelectorAll('option')].map(({ value }) => value));
    expect(here).to.include.members(['python', 'javascript', 'typescript', 'jsx', 'tsx', 'sql', 'lua']);
    expect(elsewhere).to.include.members(['java', 'rust', 'plaintext']);
    expect(here?.filter((id) => elsewhere?.includes(id))).to.deep.equal([]);
    expect(groups().map(({ label }) => label)).to.deep.equal(['Runs here', 'Coloured only']);
  });

  it('says for TypeScript that types are not checked', async () => {
    const room = await open({ runner: sandboxUrl, language: 'typescript' });
    room.value = 'const x: string = 1 as never;\nconsole.log(x)';
    await room.run();
    const summary = () => inside(room, 'code-room-output', '.summary').textContent;
    await until(() => summary()?.includes('Types are not checked.'), 'nothing says so');
    room.language = 'javascript';
    room.value = 'console.log(1)';
    await room.run();
    await until(() => !summary()?.includes('Types are not checked.'), 'it is said of JavaScript as well');
  });
});
