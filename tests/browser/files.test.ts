// The files of a room as tabs: added, shown, renamed, removed and run, by the page and by hand.
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';

import {
  clear,
  collect,
  editor,
  inside,
  newRoom,
  open,
  part,
  roomHost,
  sandboxUrl,
  until,
} from '../fixtures/elements.js';
import { type } from '../fixtures/keyboard.js';
import { makeRoom } from '../fixtures/made-room.js';

const tabs = (room: CodeRoom) => [
  ...(part(room, 'code-room-files').shadowRoot?.querySelectorAll<HTMLElement>('[role=tab] .name') ?? []),
];
const named = (room: CodeRoom) => tabs(room).map(({ textContent }) => textContent);
const names = (room: CodeRoom) => room.files.map(({ name }) => name);
const button = (room: CodeRoom, selector: string) => inside<HTMLButtonElement>(room, 'code-room-files', selector);
const shownText = (room: CodeRoom) =>
  inside(room, 'code-room-editor', '.cm-editor:not([hidden]) .cm-content')?.textContent ?? '';
const item = (room: CodeRoom, words: string) =>
  [...(part(room, 'code-room-files').shadowRoot?.querySelectorAll<HTMLButtonElement>('[role=menuitem]') ?? [])].find(
    ({ textContent }) => textContent === words,
  );

/** The message it rejects with. */
async function refusal(asked: Promise<unknown>): Promise<string> {
  try {
    await asked;
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was refused';
}

async function choose(room: CodeRoom, words: string): Promise<void> {
  button(room, '.more').click();
  await until(() => item(room, words), `no ${words}`);
  item(room, words)?.click();
}

async function two(): Promise<[CodeRoom, CodeRoom]> {
  const attributes = { host: await roomHost(), room: newRoom() };
  const [ann, bo] = [await open({ ...attributes, name: 'Ann' }), await open({ ...attributes, name: 'Bo' })];
  await until(() => ann.people.length === 2 && bo.people.length === 2);
  return [ann, bo];
}

describe('files', () => {
  afterEach(clear);

  it('in a room with one file are shown as a name and a button to add another, without tabs', async () => {
    const [ann] = await two();
    await until(() => button(ann, '[part=add]'));
    expect(tabs(ann)).to.have.length(0);
    expect(part(ann, 'code-room-file').hidden).to.equal(false);
    expect(names(ann)).to.deep.equal(['main.py']);
  });

  it('are added and edited by one person, and seen by the other, who sees where the first is', async () => {
    const [ann, bo] = await two();
    const told = collect(bo, 'code-room-files');
    await until(() => button(ann, '[part=add]'));
    button(ann, '[part=add]').click();
    await until(() => button(ann, 'input')?.matches(':focus'));
    await type('bank.ts');
    await sendKeys({ press: 'Enter' });
    await until(() => named(ann).join() === 'main.py,bank.ts' && ann.file === 'bank.ts');
    await until(() => inside(ann, 'code-room-editor', '.cm-editor:not([hidden]) .cm-content')?.matches(':focus'));
    await type('a=1');
    await until(() => ann.value === 'a=1', JSON.stringify([ann.files, document.activeElement?.outerHTML.slice(0, 80)]));
    await until(() => bo.files[1]?.text === 'a=1');
    expect(bo.files[1]).to.deep.include({ name: 'bank.ts', language: 'typescript', entry: false, visibility: 'all' });
    expect(bo.file).to.equal('main.py');
    expect(told.length).to.be.greaterThan(0);
    await until(() => named(bo).length === 2 && part(bo, 'code-room-files').shadowRoot?.querySelector('.dot'));
    tabs(bo)[1]?.click();
    await until(() => shownText(bo) === 'a=1');
    expect(bo.value).to.equal('a=1');
    expect(bo.language).to.equal('typescript');
  });

  it('keep typed text, undo history and selection while another is shown', async () => {
    const [ann] = await two();
    ann.value = 'first';
    await ann.addFile({ name: 'b.py', text: 'second' });
    ann.file = 'b.py';
    await until(() => shownText(ann) === 'second');
    ann.focus();
    await sendKeys({ press: 'End' });
    await type('!');
    ann.file = 'main.py';
    await until(() => shownText(ann) === 'first');
    ann.file = 'b.py';
    await until(() => shownText(ann) === 'second!');
    ann.focus();
    await type('?');
    expect(ann.value).to.equal('second!?');
  });

  it('are renamed, moved and removed by the page, or refused with a sentence', async () => {
    const [ann, bo] = await two();
    await ann.addFile({ name: 'a.py', text: 'a' });
    await ann.addFile({ name: 'lib/b.lua' });
    await bo.renameFile('a.py', 'c.py');
    await bo.moveFile('lib/b.lua', 0);
    await until(() => names(ann).join() === 'lib/b.lua,main.py,c.py');
    expect(await refusal(ann.addFile({ name: 'MAIN.py' }))).to.contain('called "main.py"');
    expect(await refusal(ann.addFile({ name: '../x' }))).to.contain('".."');
    expect(await refusal(ann.renameFile('c.py', 'Lib/B.lua'))).to.contain('called "lib/b.lua"');
    expect(await refusal(ann.renameFile('none.py', 'x.py'))).to.contain('no file called "none.py"');
    expect(await refusal(ann.removeFile('none.py'))).to.contain('no file called "none.py"');
    await ann.removeFile('main.py');
    await until(() => names(bo).join() === 'lib/b.lua,c.py' && bo.file === 'lib/b.lua');
    const errors = collect(ann, 'code-room-error');
    ann.file = 'none.py';
    ann.entry = 'none.py';
    await until(() => errors.length === 2);
    expect(ann.entry).to.equal('lib/b.lua');
  });

  it('that were removed by hand can be restored with their text by one click', async () => {
    const [ann, bo] = await two();
    await ann.addFile({ name: 'b.py', text: 'kept' });
    ann.file = 'b.py';
    await until(() => named(ann).length === 2 && button(ann, '.more'));
    await choose(ann, 'Remove');
    await until(() => names(bo).length === 1 && button(ann, '.said button'));
    expect(button(ann, '.said').textContent).to.contain('b.py was removed.');
    button(ann, '.said button').click();
    await until(() => bo.files[1]?.text === 'kept');
  });

  it('are renamed in place, and a name that is taken stays in the field with a sentence', async () => {
    const [ann, bo] = await two();
    await ann.addFile({ name: 'b.py' });
    ann.file = 'b.py';
    await until(() => button(ann, '.more'));
    await choose(ann, 'Rename…');
    await until(() => button(ann, 'input')?.matches(':focus'));
    await type('main');
    await sendKeys({ press: 'Enter' });
    await until(() => button(ann, '.said.bad')?.textContent?.includes('called "main.py"'));
    await until(() => button(ann, 'input')?.matches(':focus'));
    await type('list');
    await sendKeys({ press: 'Enter' });
    await until(() => names(bo)[1]?.includes('list'));
    await until(() => !button(ann, '.said'));
  });

  it('are renamed as typed, though somebody else renames them meanwhile', async () => {
    const [ann, bo] = await two();
    await ann.addFile({ name: 'b.py' });
    ann.file = 'b.py';
    await until(() => button(ann, '.more'));
    await choose(ann, 'Rename…');
    await until(() => button(ann, 'input')?.matches(':focus'));
    await type('mine');
    await until(() => names(bo).includes('b.py'));
    await bo.renameFile('b.py', 'theirs.py');
    await until(() => names(ann).includes('theirs.py'));
    expect(inside<HTMLInputElement>(ann, 'code-room-files', 'input').value).to.equal('mine.py');
    await sendKeys({ press: 'Enter' });
    await until(() => names(bo)[1] === 'mine.py', 'what was typed is its name');
    // Whoever has typed nothing leaves it the other's name.
    await until(() => !button(ann, 'input') && button(ann, '.more'));
    await choose(ann, 'Rename…');
    await until(() => button(ann, 'input')?.matches(':focus'));
    await bo.renameFile('mine.py', 'theirs.py');
    await until(() => names(ann).includes('theirs.py'));
    await sendKeys({ press: 'Enter' });
    await until(() => !button(ann, 'input'));
    // What is asked of the room is answered in order.
    await ann.addFile({ name: 'c.py' });
    expect(names(ann)).to.deep.equal(['main.py', 'theirs.py', 'c.py']);
  });

  it('keep their name when renaming is left by Escape, and the focus is where it belongs', async () => {
    const [ann] = await two();
    await ann.addFile({ name: 'b.py' });
    ann.file = 'b.py';
    await until(() => button(ann, '.more'));
    await choose(ann, 'Rename…');
    await until(() => button(ann, 'input')?.matches(':focus'));
    await type('other');
    await sendKeys({ press: 'Escape' });
    await until(() => !button(ann, 'input') && button(ann, '[aria-selected=true]').matches(':focus'));
    // What is asked of the room is answered in order.
    await ann.addFile({ name: 'c.py' });
    expect(names(ann)).to.deep.equal(['main.py', 'b.py', 'c.py']);
    // Somebody who goes on elsewhere stays there.
    await choose(ann, 'Rename…');
    await until(() => button(ann, 'input')?.matches(':focus'));
    ann.focus();
    await until(() => !button(ann, 'input'));
    await ann.removeFile('c.py');
    expect(inside(ann, 'code-room-editor', '.cm-editor:not([hidden]) .cm-content').matches(':focus')).to.equal(true);
    // A field that is left empty gives the focus back, too.
    button(ann, '[part=add]').click();
    await until(() => button(ann, 'input')?.matches(':focus'));
    await sendKeys({ press: 'Escape' });
    await until(() => button(ann, '[part=add]')?.matches(':focus'));
  });

  it('that are brought back leave the focus at the tabs', async () => {
    const [ann] = await two();
    await ann.addFile({ name: 'b.py' });
    await ann.addFile({ name: 'c.py' });
    ann.file = 'c.py';
    await until(() => button(ann, '[aria-selected=true]')?.textContent?.includes('c.py'));
    await choose(ann, 'Remove');
    await until(() => button(ann, '.said button')?.matches(':focus'));
    await sendKeys({ press: 'Enter' });
    await until(() => names(ann).length === 3 && !button(ann, '.said button'));
    expect(button(ann, '[aria-selected=true]').matches(':focus')).to.equal(true);
  });

  it('keep the name that is being written for another, when one of them is shown meanwhile', async () => {
    const [ann] = await two();
    await ann.addFile({ name: 'b.py' });
    button(ann, '[part=add]').click();
    await until(() => button(ann, 'input')?.matches(':focus'));
    await type('he');
    ann.file = 'b.py';
    await until(() => button(ann, '[aria-selected=true]').textContent?.includes('b.py'));
    expect(button(ann, 'input').matches(':focus')).to.equal(true);
    await type('lp.py');
    await sendKeys({ press: 'Enter' });
    await until(() => ann.file === 'help.py' && !button(ann, 'input'));
    expect(names(ann)).to.deep.equal(['main.py', 'b.py', 'help.py']);
  });

  it('are navigated by arrow keys, like tabs', async () => {
    const [ann] = await two();
    await ann.addFile({ name: 'a.py' });
    await ann.addFile({ name: 'b.py' });
    await until(() => named(ann).length === 3);
    button(ann, '[aria-selected=true]').focus();
    await sendKeys({ press: 'ArrowRight' });
    await until(() => ann.file === 'a.py' && button(ann, '[aria-selected=true]').matches(':focus'));
    await sendKeys({ press: 'End' });
    await until(() => ann.file === 'b.py');
    await sendKeys({ press: 'ArrowRight' });
    await until(() => ann.file === 'main.py');
  });

  it('of many stand in two rows at most, nothing but tabs among them, and the shown one is in sight', async () => {
    const room = await open({});
    await until(() => button(room, '[part=add]'));
    for (let n = 1; n < 20; n++) await room.addFile({ name: `folder/module_${n}.py` });
    await until(() => tabs(room).length === 20);
    const row = button(room, '.tabs');
    expect(row.clientHeight).to.be.below(72);
    expect([...row.querySelectorAll('button, input, a, [tabindex]')].every((one) => one.role === 'tab')).to.equal(true);
    for (const name of ['folder/module_18.py', 'main.py', 'folder/module_19.py']) {
      room.file = name;
      await until(() => {
        const [tab, all] = [button(room, '[aria-selected=true]').getBoundingClientRect(), row.getBoundingClientRect()];
        const shown = button(room, '[aria-selected=true]').textContent?.includes(name);
        return shown && tab.top >= all.top - 1 && tab.bottom <= all.bottom + 1 && tab.right <= all.right + 1;
      }, name);
    }
  });

  it('run from the entry, whichever is shown; another one once, by its menu', async () => {
    const [ann, bo] = await two();
    ann.value = 'print("main")';
    ann.language = 'javascript';
    await until(() => names(ann).join() === 'main.js');
    ann.value = 'console.log("main")';
    await ann.addFile({ name: 'other.js', text: 'console.log("other")' });
    ann.file = 'other.js';
    await ann.run();
    await until(() => bo.output === 'main\n');
    await until(() => part(ann, 'code-room-run').shadowRoot?.textContent?.includes('Run main.js'));
    await until(() => button(ann, '.more'));
    await choose(ann, 'Run this file once');
    await until(() => bo.output === 'other\n' && !bo.running);
    bo.entry = 'other.js';
    await until(() => ann.entry === 'other.js' && bo.entry === 'other.js');
    await bo.run();
    await until(() => ann.output === 'other\n');
  });

  it('work in a local room', async () => {
    const room = await open({}, '<script type="text/python" slot="code">print(1)</script>');
    await until(() => room.value.trim() === 'print(1)');
    await room.addFile({ name: 'b.py', text: 'two' });
    expect(names(room)).to.deep.equal(['main.py', 'b.py']);
    expect(await refusal(room.renameFile('b.py', 'Main.py'))).to.contain('called "main.py"');
    await room.renameFile('b.py', 'c.py');
    room.file = 'c.py';
    expect(room.value).to.equal('two');
    await room.removeFile('main.py');
    expect(names(room)).to.deep.equal(['c.py']);
    expect(await refusal(room.removeFile('c.py'))).to.contain('at least one file');
  });

  it('of interviewers are on no other page, and read-only ones cannot be edited there', async () => {
    const made = await makeRoom({
      files: [
        { name: 'main.py', text: 'print(1)\n' },
        { name: 'canary-81.md', text: 'canary-81', visibility: 'interviewers' },
        { name: 'data.csv', text: 'a\n', readonly: true },
      ],
    });
    const [ann, cy] = [await made.enter('interviewer'), await made.enter('candidate')];
    await until(() => named(ann).length === 3 && named(cy).length === 2);
    expect(JSON.stringify(cy.files)).not.to.contain('canary-81');
    expect(cy.shadowRoot?.innerHTML).not.to.contain('canary-81');
    cy.file = 'data.csv';
    const errors = collect(cy, 'code-room-error');
    cy.value = 'b\n';
    expect(errors).to.have.length(1);
    expect(cy.value).to.equal('a\n');
    ann.file = 'canary-81.md';
    await until(() => button(ann, '.more'));
    await choose(ann, 'Show it to everybody');
    await until(() => cy.files.some(({ text }) => text === 'canary-81'));
  });

  it('that are pinned come first, only for the person who pinned them, also after a reload', async () => {
    const [ann, bo] = await two();
    for (const name of ['a.py', 'b.py', 'c.py']) await ann.addFile({ name });
    ann.file = 'c.py';
    await until(() => tabs(ann).length === 4 && button(ann, '.more'));
    await choose(ann, 'Pin to the start, for you');
    await until(() => named(ann).join() === 'c.py,main.py,a.py,b.py');
    await until(() => named(bo).join() === 'main.py,a.py,b.py,c.py', named(bo).join());
    expect(names(ann).join()).to.equal('main.py,a.py,b.py,c.py');
    ann.file = 'main.py';
    await until(() => inside(ann, 'code-room-files', '[aria-selected=true] .name')?.textContent === 'main.py');
    button(ann, '.more').click();
    await until(() => item(ann, 'Move left'));
    // Before it stands only what is pinned.
    expect(item(ann, 'Move left')?.disabled).to.equal(true);
    item(ann, 'Move right')?.click();
    await until(() => named(bo).join() === 'a.py,main.py,b.py,c.py');
    const address = { host: ann.host ?? '', room: ann.room ?? '' };
    ann.remove();
    const again = await open(address);
    await until(() => named(again).join() === 'c.py,a.py,main.py,b.py', named(again).join());
    again.file = 'c.py';
    await until(() => button(again, '.more'));
    await choose(again, 'Unpin');
    await until(() => named(again).join() === 'a.py,main.py,b.py,c.py');
  });

  it('show where the others are: a click on a person or a dot goes there', async () => {
    const [ann, bo] = await two();
    await ann.addFile({ name: 'helpers.py', text: 'one\ntwo\nthree' });
    await until(() => names(bo).length === 2);
    bo.file = 'helpers.py';
    await until(() => shownText(bo).includes('three'));
    bo.focus();
    await until(() => editor(bo).hasFocus);
    await sendKeys({ press: 'ArrowDown' });
    const person = () => inside<HTMLElement>(ann, 'code-room-people', 'li button');
    // Their cursor comes after what they see, which begins with line 1.
    const title = /^Bo · Candidate · in helpers\.py, line 2 · press to go there/;
    await until(() => title.test(person()?.closest('li')?.title ?? ''), person()?.textContent ?? 'nobody is anywhere');
    expect(person().textContent).to.contain('in helpers.py');
    person().click();
    const line = () => editor(ann).state.doc.lineAt(editor(ann).state.selection.main.head).number;
    await until(() => ann.file === 'helpers.py' && editor(ann)?.hasFocus && line() === 2);
    await until(() => !person()?.textContent?.includes('helpers.py'));
    ann.file = 'main.py';
    await until(() => inside(ann, 'code-room-files', '.dot'));
    inside(ann, 'code-room-files', '.dot').click();
    await until(() => ann.file === 'helpers.py');
    ann.file = 'main.py';
    await until(() => editor(ann).state.doc.length === 0);
    ann.focus();
    await until(() => editor(ann).hasFocus);
    const key = { key: 'F8', shiftKey: true, bubbles: true, composed: true, cancelable: true };
    editor(ann).contentDOM.dispatchEvent(new KeyboardEvent('keydown', key));
    await until(() => ann.file === 'helpers.py' && line() === 2);
  });
});

describe('the line of an error', () => {
  afterEach(clear);

  const marked = (room: CodeRoom) => editor(room)?.dom.querySelector('.cm-problem')?.textContent ?? null;

  for (const [language, main, helper, call, fails] of [
    ['python', 'main.py', 'helpers.py', 'from helpers import f\n\nf()\n', 'def f():\n    x = 1\n    return nope\n'],
    [
      'javascript',
      'main.js',
      'helpers.js',
      "import { f } from './helpers.js';\n\nf();\n",
      'export const f = () => {\n  let x;\n  return nope;\n};\n',
    ],
    [
      'typescript',
      'main.ts',
      'helpers.ts',
      "import { f } from './helpers.js';\n\nf();\n",
      'export const f = (): number => {\n  let x;\n  return nope;\n};\n',
    ],
    [
      'lua',
      'main.lua',
      'helpers.lua',
      "local f = require('helpers')\n\nf()\n",
      'return function()\n  local x\n  return nope.y\nend\n',
    ],
  ] as const)
    it(`is marked in its file, and linked from the output: ${language}`, async () => {
      const room = await open({ runner: sandboxUrl, language });
      room.value = call;
      await room.renameFile(room.file, main);
      await room.addFile({ name: helper, text: fails });
      await room.addFile({ name: 'other.txt', text: 'one\ntwo\nthree' });
      // The editors' own are there before the run.
      await until(() => named(room).length === 3);
      const { state } = await room.run();
      expect(state).to.equal('failed');
      // Python and JavaScript say from where it was called, too.
      if (language !== 'lua') await until(() => marked(room)?.includes('f()'), room.output);
      const place = () =>
        [...(part(room, 'code-room-output').shadowRoot?.querySelectorAll<HTMLElement>('.place') ?? [])].find(
          ({ textContent }) => textContent?.includes(helper),
        );
      await until(place, room.output);
      place()?.click();
      await until(() => room.file === helper && marked(room)?.includes('nope'), room.output);
      await until(() => editor(room).state.doc.lineAt(editor(room).state.selection.main.head).number === 3);
      room.file = 'other.txt';
      await until(() => shownText(room).includes('two'));
      expect(marked(room)).to.equal(null);
      // What is marked is gone with the code it was about, and with the next run.
      room.file = helper;
      await until(() => marked(room)?.includes('nope'));
      editor(room).dispatch({ changes: { from: editor(room).state.doc.line(3).from, insert: ' ' } });
      expect(marked(room)).to.equal(null);
      room.file = main;
      await until(() => shownText(room).includes('f()'));
      room.value = '';
      await room.run();
      await until(() => marked(room) === null);
    });

  it('is linked to the file that was meant, whatever it is called by now, and to none when that is gone', async () => {
    const room = await open({ runner: sandboxUrl, language: 'javascript' });
    room.value = "import './helpers.js';\n";
    await room.renameFile(room.file, 'main.js');
    await room.addFile({ name: 'helpers.js', text: 'let x;\nnope();\n' });
    await room.addFile({ name: 'other.txt', text: 'one\ntwo\nthree' });
    await room.run();
    const place = () =>
      [...(part(room, 'code-room-output').shadowRoot?.querySelectorAll<HTMLElement>('.place') ?? [])].find(
        ({ textContent }) => textContent?.includes('helpers.js'),
      );
    const line = () => editor(room).state.doc.lineAt(editor(room).state.selection.main.head).number;
    await until(place, room.output);
    await room.renameFile('helpers.js', 'tools.js');
    await room.addFile({ name: 'helpers.js', text: 'another\nof that name' });
    room.file = 'other.txt';
    await until(() => shownText(room).includes('three'));
    place()?.click();
    await until(() => room.file === 'tools.js' && line() === 2);
    room.file = 'other.txt';
    await until(() => shownText(room).includes('three'));
    await room.removeFile('tools.js');
    place()?.click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([room.file, line()]).to.deep.equal(['other.txt', 1]);
  });

  it('is not marked in a file that has changed since the run', async () => {
    const room = await open({ runner: sandboxUrl, language: 'javascript' });
    room.value = "import './helpers.js';\n";
    await room.renameFile(room.file, 'main.js');
    await room.addFile({ name: 'helpers.js', text: 'let x;\nnope();\n' });
    await room.run();
    await room.removeFile('helpers.js');
    await room.addFile({ name: 'helpers.js', text: 'let x;\nfine;\n' });
    room.file = 'helpers.js';
    await until(() => shownText(room).includes('fine'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(marked(room)).to.equal(null);
  });
});
