// Notes are edited like code: concurrently, with one's own undo.

import { EditorView } from '@codemirror/view';
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, collect, inside, until } from '../fixtures/elements.js';
import { type } from '../fixtures/keyboard.js';
import { type MadeRoom, makeRoom } from '../fixtures/made-room.js';

const NOTES = '<code-room-notes slot="side"></code-room-notes>';
const mac = navigator.platform.startsWith('Mac');

type Part = 'code-room-notes' | 'code-room-brief';

function view(room: CodeRoom, part: Part): EditorView {
  const dom = inside(room, part, '.words .cm-editor');
  return (dom && EditorView.findFromDOM(dom)) as EditorView;
}

const text = (room: CodeRoom, part: Part = 'code-room-notes') => view(room, part)?.state.doc.toString();
const button = (room: CodeRoom, label: string) =>
  [...(inside(room, 'code-room-brief', 'details')?.querySelectorAll('button') ?? [])].find(
    (each) => each.textContent?.trim() === label && !each.closest('[hidden]'),
  );
/** One edit of the person in this element. */
function write(room: CodeRoom, part: Part, insert: string, from: number, to = from): void {
  view(room, part).dispatch({ changes: { from, to, insert }, userEvent: 'input.type' });
}

/** With a key held down: no driver but Chromium's holds one. */
function command(room: CodeRoom, part: Part, key: string): void {
  const held = mac ? { metaKey: true } : { ctrlKey: true };
  const init = { key, keyCode: key.toUpperCase().charCodeAt(0), bubbles: true, cancelable: true, ...held };
  view(room, part).contentDOM.dispatchEvent(new KeyboardEvent('keydown', init));
}

let made: MadeRoom;

async function twoInterviewers(): Promise<[CodeRoom, CodeRoom]> {
  const rooms: [CodeRoom, CodeRoom] = [
    await made.enter('interviewer', NOTES, { name: 'Ada' }),
    await made.enter('interviewer', NOTES, { name: 'Grace' }),
  ];
  await until(() => rooms.every((room) => view(room, 'code-room-notes')));
  return rooms;
}

describe('notes', () => {
  beforeEach(async () => {
    made = await makeRoom({ title: 'Words' });
  });
  afterEach(clear);

  it('are undone only for one’s own edits, whatever others have typed meanwhile', async () => {
    const [ada, grace] = await twoInterviewers();
    write(ada, 'code-room-notes', 'Knows lists.\nAsks first.', 0);
    await until(() => text(grace) === 'Knows lists.\nAsks first.');
    view(ada, 'code-room-notes').focus();
    command(ada, 'code-room-notes', 'a');
    await type('x');
    await until(() => text(grace) === 'x');
    write(grace, 'code-room-notes', '!', 1);
    await until(() => text(ada) === 'x!');
    command(ada, 'code-room-notes', 'z');
    await until(() => text(ada) === 'Knows lists.\nAsks first.!' && text(grace) === text(ada));
    // What Grace has typed is not Ada's to undo.
    for (let n = 0; n < 3; n++) command(ada, 'code-room-notes', 'z');
    await until(() => text(ada) === '!' && text(grace) === '!');
  });

  it('keep cursor and selection at their text while others write before them', async () => {
    const [ada, grace] = await twoInterviewers();
    write(ada, 'code-room-notes', 'one two three', 0);
    await until(() => text(grace) === 'one two three');
    view(ada, 'code-room-notes').dispatch({ selection: { anchor: 4, head: 7 } });
    write(grace, 'code-room-notes', 'zero ', 0);
    await until(() => text(ada) === 'zero one two three');
    const { from, to } = view(ada, 'code-room-notes').state.selection.main;
    expect([from, to]).to.deep.equal([9, 12]);
  });

  it('are edited as prose: labelled, wrapped, spell-checked, left by Tab, without completion', async () => {
    const [ada] = await twoInterviewers();
    const { contentDOM } = view(ada, 'code-room-notes');
    expect(contentDOM.getAttribute('role')).to.equal('textbox');
    expect(contentDOM.getAttribute('aria-label')).to.equal('Notes, for interviewers only');
    expect([contentDOM.spellcheck, contentDOM.getAttribute('autocapitalize')]).to.deep.equal([true, 'sentences']);
    expect(inside(ada, 'code-room-notes', '.cm-placeholder')?.textContent).to.contain('what you notice');
    view(ada, 'code-room-notes').focus();
    await type('(a "b');
    expect(text(ada)).to.equal('(a "b');
    write(ada, 'code-room-notes', ' wide'.repeat(200), 5);
    const { scrollWidth, clientWidth } = view(ada, 'code-room-notes').scrollDOM;
    expect(scrollWidth).to.be.at.most(clientWidth + 1);
    await sendKeys({ press: 'Tab' });
    expect(view(ada, 'code-room-notes').hasFocus).to.equal(false);
    expect(text(ada)).to.match(/^\(a "b wide/);
  });

  it('longer than 64 KiB are refused with a sentence', async () => {
    const [ada, grace] = await twoInterviewers();
    const errors = collect(ada, 'code-room-error');
    write(ada, 'code-room-notes', 'ok', 0);
    write(ada, 'code-room-notes', 'ä'.repeat(33 * 1024), 2);
    await until(() => text(grace) === 'ok' && errors.length > 0);
    expect(text(ada)).to.equal('ok');
    expect(errors[0]?.sentence).to.contain('64 KiB');
  });

  it('insert many lines at once, as from dictation, as one edit; so does the task', async () => {
    const [ada, grace] = await twoInterviewers();
    button(ada, 'Edit the task')?.click();
    button(grace, 'Edit the task')?.click();
    await until(() => [ada, grace].every((room) => view(room, 'code-room-brief')));
    const data = Array.from({ length: 3_000 }, (_, n) => `line ${n}`).join('\n');
    for (const part of ['code-room-notes', 'code-room-brief'] as const) {
      const event = new InputEvent('beforeinput', { data, inputType: 'insertText', bubbles: true, cancelable: true });
      expect(view(ada, part).contentDOM.dispatchEvent(event), part).to.equal(false);
      expect(text(ada, part)).to.equal(data);
      await until(() => text(grace, part) === data, `${part} of the other`);
    }
  });

  it('are not changed in a line that is being composed, and lose nothing', async () => {
    const [ada, grace] = await twoInterviewers();
    write(ada, 'code-room-notes', 'ab', 0);
    await until(() => text(grace) === 'ab');
    const { contentDOM } = view(ada, 'code-room-notes');
    view(ada, 'code-room-notes').focus();
    contentDOM.dispatchEvent(new CompositionEvent('compositionstart'));
    write(grace, 'code-room-notes', '>', 0);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(text(ada)).to.equal('ab');
    contentDOM.dispatchEvent(new CompositionEvent('compositionend'));
    await until(() => text(ada) === '>ab' && text(grace) === '>ab');
  });

  it('are read-only where the page allows only reading', async () => {
    const ada = await made.enter('interviewer', NOTES, { readonly: '' });
    await until(() => view(ada, 'code-room-notes'));
    expect(view(ada, 'code-room-notes').state.readOnly).to.equal(true);
    expect(button(ada, 'Edit the task') === undefined).to.equal(true);
  });
});

describe('the task', () => {
  beforeEach(async () => {
    made = await makeRoom({ title: 'Task', brief: 'Sort.' });
  });
  afterEach(clear);

  const read = (room: CodeRoom) => inside(room, 'code-room-brief', '.text')?.textContent;

  it('is edited as a draft that only interviewers see until it is published', async () => {
    const [ada, grace] = [await made.enter('interviewer'), await made.enter('interviewer')];
    const ben = await made.enter('candidate');
    await until(() => [ada, grace, ben].every((room) => read(room) === 'Sort.'));
    // Not the element itself: a page hangs that has to show one in a failure.
    expect(button(ben, 'Edit the task') === undefined).to.equal(true);
    button(ada, 'Edit the task')?.click();
    await until(() => view(ada, 'code-room-brief'));
    write(ada, 'code-room-brief', ' Twice.', 5);
    await until(() => ada.saved && inside(grace, 'code-room-brief', '.unshown:not([hidden])'));
    expect([read(ben), read(grace)]).to.deep.equal(['Sort.', 'Sort.']);
    button(ada, 'Discard changes')?.click();
    await until(() => read(ada) === 'Sort.' && !inside(grace, 'code-room-brief', '.unshown:not([hidden])'));
    button(ada, 'Edit the task')?.click();
    await until(() => view(ada, 'code-room-brief'));
    write(ada, 'code-room-brief', ' Once.', 5);
    button(ada, 'Done')?.click();
    await until(() => [ada, grace, ben].every((room) => read(room) === 'Sort. Once.'));
  });
});
