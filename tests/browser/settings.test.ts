// The editor as one person likes it: keys, letters, indentation, kept in this browser; and what holds for everybody holds with them.
import { completionStatus } from '@codemirror/autocomplete';
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import type { CodeRoomSettings } from '../../components/code-room-settings.js';
import { type PersonalSettings, personalSettings } from '../../components/editor/personal-settings.js';
import { clear, editor, inside, newRoom, open, part, roomHost, until, write } from '../fixtures/elements.js';

const USUAL: PersonalSettings = {
  keys: 'standard',
  fontSize: null,
  wrap: false,
  tabSize: 4,
  indent: null,
  ligatures: false,
};

async function liked(wanted: Partial<PersonalSettings>, attributes: Record<string, string> = {}): Promise<CodeRoom> {
  personalSettings.change(wanted);
  const room = await open({ name: 'Ann', ...attributes });
  await until(() => editor(room).contentDOM.hasAttribute('aria-autocomplete'), 'the editor is not all there');
  const sign = { standard: '.cm-scroller', vim: '.cm-vim-panel', emacs: '.cm-emacsMode' }[wanted.keys ?? 'standard'];
  await until(() => inside(room, 'code-room-editor', sign), `the keys of ${wanted.keys} are not there`);
  editor(room).focus();
  return room;
}

async function keys(...pressed: string[]): Promise<void> {
  for (const key of pressed) await sendKeys(key.length === 1 ? { type: key } : { press: key });
}

/** No driver but Chromium's holds a key down. */
function control(room: CodeRoom, key: string): void {
  const code = { Enter: 'Enter', '/': 'Slash' }[key] ?? `Key${key.toUpperCase()}`;
  const keyCode = { Enter: 13, '/': 191 }[key] ?? key.toUpperCase().charCodeAt(0);
  const init = { key, code, keyCode, ctrlKey: true, bubbles: true, composed: true, cancelable: true };
  editor(room).contentDOM.dispatchEvent(new KeyboardEvent('keydown', init));
}

const vimMode = (room: CodeRoom) => inside(room, 'code-room-editor', '.cm-vim-panel').textContent ?? '';
const scroller = (room: CodeRoom) => getComputedStyle(inside(room, 'code-room-editor', '.cm-scroller'));
/** Whether a page with this room is left unasked. */
const leaves = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));

afterEach(() => {
  clear();
  personalSettings.change(USUAL);
});

describe('settings of the editor', () => {
  it('are the page’s until somebody chooses, and then apply at once, kept in this browser', async () => {
    const room = await liked({});
    const before = scroller(room).fontSize;
    expect(scroller(room).fontVariantLigatures).to.equal('none');
    const settings = part(room, 'code-room-settings') as CodeRoomSettings;
    settings.settings = { fontSize: 22, wrap: true, tabSize: 8, ligatures: true };
    await until(() => scroller(room).fontSize === '22px', 'the letters stay as they are');
    expect(scroller(room).fontVariantLigatures).to.equal('normal');
    await until(() => editor(room).lineWrapping, 'lines are not wrapped');
    expect(editor(room).state.tabSize).to.equal(8);
    expect(JSON.parse(localStorage.getItem('code-room:editor') ?? '')).to.include({ fontSize: 22, tabSize: 8 });
    settings.settings = { fontSize: null, wrap: false };
    await until(() => scroller(room).fontSize === before && !editor(room).lineWrapping);
    expect(settings.settings).to.include({ fontSize: null, tabSize: 8 });
  });

  it('ignore invalid values', () => {
    personalSettings.change({ fontSize: 1e9, keys: 'nano', tabSize: -1, indent: '</style>' } as never);
    expect(personalSettings.value).to.deep.equal(USUAL);
  });

  it('follow another tab of this browser', async () => {
    localStorage.setItem('code-room:editor', '{"tabSize":2,"wrap":"yes"}');
    dispatchEvent(new StorageEvent('storage', { key: 'code-room:editor' }));
    expect(personalSettings.value).to.deep.equal({ ...USUAL, tabSize: 2 });
  });

  it('set the indentation of a new file; an existing file keeps its own, and Go uses tabs', async () => {
    const room = await liked({ indent: 2 });
    write(room, 'def f():');
    await keys('Enter', 'x');
    expect(room.value).to.equal('def f():\n  x');
    room.value = 'if x:\n        y';
    editor(room).dispatch({ selection: { anchor: room.value.length } });
    await keys('Enter', 'Enter', 'Tab');
    expect(room.value).to.match(/\n {16}$/);
    room.value = '';
    room.language = 'go';
    await until(() => inside(room, 'code-room-editor', '.cm-content').dataset.language === 'go');
    write(room, 'func f() {');
    await keys('Enter', 'x');
    expect(room.value).to.match(/\n\tx/);
  });

  it('open by their button, close by Escape without closing a dialog of the page, and return the focus', async () => {
    const room = await liked({});
    const button = inside(room, 'code-room-settings', '[part=settings]');
    button.click();
    const dialog = inside<HTMLDialogElement>(room, 'code-room-settings', 'dialog');
    await until(
      () =>
        dialog.open &&
        dialog.contains(
          dialog.getRootNode() instanceof ShadowRoot ? (dialog.getRootNode() as ShadowRoot).activeElement : null,
        ),
    );
    let heard = 0;
    const hear = () => {
      heard += 1;
    };
    for (const type of ['keydown', 'keyup']) document.addEventListener(type, hear);
    const select = dialog.querySelector('select') as HTMLSelectElement;
    select.value = 'emacs';
    select.dispatchEvent(new Event('change'));
    await until(() => inside(room, 'code-room-editor', '.cm-emacsMode'), 'the keys do not change');
    expect(dialog.textContent).to.include('Ctrl+W');
    await keys('Escape');
    for (const type of ['keydown', 'keyup']) document.removeEventListener(type, hear);
    await until(() => !dialog.open);
    expect(heard).to.equal(0);
    expect((button.getRootNode() as ShadowRoot).activeElement).to.equal(button);
  });
});

describe('Vim keys', () => {
  it('type, move, and undo only this person’s edits', async () => {
    const attributes = { host: await roomHost(), room: newRoom() };
    const room = await liked({ keys: 'vim' }, attributes);
    const bo = await open({ ...attributes, name: 'Bo' });
    await keys('i');
    await until(() => vimMode(room).includes('INSERT'));
    await keys('a', 'b', 'c', 'Escape');
    await until(() => bo.value === 'abc');
    write(bo, 'theirs ', 0);
    await until(() => room.value === 'theirs abc');
    // Slowly typed it is three steps.
    await keys('u', 'u', 'u', 'u');
    await until(() => bo.value === 'theirs ', 'undo takes back what is not mine');
    expect(room.value).to.equal('theirs ');
  });

  it('leave Run, completion, Tab after Escape and the accessible name unchanged', async () => {
    const room = await liked({ keys: 'vim' }, { runner: 'off' });
    const refused: string[] = [];
    room.addEventListener('code-room-error', (event) => refused.push(event.reason));
    control(room, 'Enter');
    await until(() => refused.includes('run'), 'Run does not hear of it');
    await keys('i', 'p', 'r', 'i');
    await until(() => completionStatus(editor(room).state) === 'active', 'nothing is offered');
    // At once, nobody has seen it.
    await new Promise((resolve) => setTimeout(resolve, 120));
    await keys('Tab');
    expect(room.value).to.equal('print');
    await keys('Enter', 'p', 'r', 'i');
    await until(() => completionStatus(editor(room).state) === 'active', 'nothing is offered again');
    await keys('Enter');
    expect(room.value).to.equal('print\npri\n');
    await keys('p', 'r');
    await until(() => completionStatus(editor(room).state) === 'active', 'nothing is offered in the end');
    await keys('Escape');
    expect(completionStatus(editor(room).state)).to.equal(null);
    expect(editor(room).contentDOM.getAttribute('aria-label')).to.include('Esc, then Tab leaves the editor');
    await keys('Tab');
    await until(() => !editor(room).hasFocus, 'Tab does not leave');
    expect(room.value).to.equal('print\npri\npr');
  });

  it('change nothing for somebody who may only read', async () => {
    const room = await liked({ keys: 'vim' });
    room.value = 'one two';
    room.readOnly = true;
    await until(() => editor(room).state.readOnly);
    await keys('x', 'd', 'd', 'i', 'z', 'Escape', 'A', 'z', 'Escape', 'p');
    expect(room.value).to.equal('one two');
    expect(editor(room).state.doc.toString()).to.equal('one two');
  });

  it('make the browser ask before the page is left', async () => {
    expect(leaves()).to.equal(true);
    const room = await liked({ keys: 'vim' });
    await until(() => room.saved && !leaves(), 'Ctrl+W closes the tab');
    personalSettings.change({ keys: 'standard' });
    await until(leaves, 'it asks for ever');
    personalSettings.change({ keys: 'emacs' });
    await until(() => !leaves());
    room.remove();
    await until(leaves, 'it asks when the room is gone');
  });
});

describe('Emacs keys', () => {
  it('move, and undo only this person’s edits', async () => {
    const attributes = { host: await roomHost(), room: newRoom() };
    const room = await liked({ keys: 'emacs' }, attributes);
    const bo = await open({ ...attributes, name: 'Bo' });
    await keys('a', 'b', 'c');
    await until(() => bo.value === 'abc');
    write(bo, ' theirs', 3);
    await until(() => room.value === 'abc theirs');
    control(room, 'a');
    expect(editor(room).state.selection.main.head).to.equal(0);
    // Slowly typed it is three steps.
    for (let n = 0; n < 3; n++) control(room, '/');
    await until(() => bo.value === ' theirs', 'undo takes back what is not mine');
  });
});
