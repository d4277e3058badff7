// Keys between the room and its page: typed text stays in the room, commands go on, and handled keys do not.
import { openSearchPanel } from '@codemirror/search';
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, editor, inside, open, part, sandboxUrl, until, write } from '../fixtures/elements.js';
import { type } from '../fixtures/keyboard.js';

/** What a page with shortcuts of one key hears, at its document and at the box around the room. */
function listen(): { heard: string[]; end(): void } {
  const heard: string[] = [];
  const end = new AbortController();
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    for (const target of [window, document, document.body]) {
      target.addEventListener(type, (event) => heard.push(`${type} ${(event as KeyboardEvent).key}`), {
        signal: end.signal,
      });
    }
  }
  return { heard, end: () => end.abort() };
}

/** Presses a key as a keyboard of this layout would. True when nobody has used it. */
function press(target: Element, init: KeyboardEventInit): boolean {
  return target.dispatchEvent(
    new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init }),
  );
}

const fields: Record<string, (room: CodeRoom) => HTMLElement> = {
  code: (room) => editor(room).contentDOM,
  'the name of the file': (room) => inside(room, 'code-room-file', 'input'),
  "one's own name": (room) => inside(room, 'code-room-people', 'input'),
  'input for the program': (room) => inside(room, 'code-room-output', 'textarea'),
};

describe('undo in a field', () => {
  afterEach(clear);

  for (const when of ['at once', 'when all of the editor has come']) {
    it(`does not undo in the code, ${when}`, async () => {
      const room = await open({ name: 'Ann' });
      if (when !== 'at once') await until(() => editor(room).contentDOM.hasAttribute('aria-autocomplete'));
      write(room, 'x = 1');
      inside(room, 'code-room-people', 'input').focus();
      // Chromium has one undo for the whole page, and asks whoever has written last.
      const asked = (inputType: string) =>
        editor(room).contentDOM.dispatchEvent(new InputEvent('beforeinput', { inputType, cancelable: true }));
      expect(asked('historyUndo'), 'the browser undoes nothing itself').to.equal(false);
      expect(room.value).to.equal('x = 1');
      editor(room).focus();
      expect(asked('historyUndo')).to.equal(false);
      expect(room.value).to.equal('');
      inside(room, 'code-room-people', 'input').focus();
      expect(asked('historyRedo')).to.equal(false);
      expect(room.value).to.equal('');
      editor(room).focus();
      expect(asked('historyRedo')).to.equal(false);
      expect(room.value).to.equal('x = 1');
    });
  }
});

describe('a key', () => {
  afterEach(clear);

  for (const [what, find] of Object.entries(fields)) {
    it(`typed in ${what} is no shortcut of the page`, async () => {
      const room = await open({ name: 'Ann' });
      const details = inside<HTMLDetailsElement>(room, 'code-room-output', 'details');
      details.open = true;
      const { heard, end } = listen();
      find(room).focus();
      await type('k?/');
      for (const key of ['ArrowLeft', 'Backspace', 'Home']) await sendKeys({ press: key });
      // What an input method takes, and what it makes of it.
      press(find(room), { key: 'Process', keyCode: 229 });
      press(find(room), { key: 'e', isComposing: true });
      press(find(room), { key: 'Dead' });
      // AltGr may say that it is Control and Alt. WebKit, which has no such key, makes no event of it.
      const at = { key: '@', ctrlKey: true, altKey: true, modifierAltGraph: true };
      if (new KeyboardEvent('keydown', at).getModifierState('AltGraph')) press(find(room), at);
      expect(heard).to.deep.equal([]);
      end();
    });
  }

  it('reaches the page when it is a command, or types nothing', async () => {
    const room = await open();
    const { heard, end } = listen();
    const file = inside(room, 'code-room-file', 'input');
    for (const init of [{ key: 'k', ctrlKey: true }, { key: 'k', metaKey: true }, { key: 'F1' }, { key: 'Shift' }])
      press(file, init);
    press(inside(room, 'code-room-run', 'button'), { key: 'j' });
    expect([...new Set(heard)]).to.deep.equal(['keydown k', 'keydown F1', 'keydown Shift', 'keydown j']);
    end();
  });

  it('in a field of the page within the room reaches the page', async () => {
    const room = await open({}, '<input slot="toolbar">');
    const { heard, end } = listen();
    press(room.querySelector('input') as Element, { key: 'j' });
    expect(heard).to.include('keydown j');
    end();
  });

  it('cannot be pasted, copied or cut elsewhere by the page', async () => {
    const room = await open();
    const heard: string[] = [];
    const end = new AbortController();
    for (const type of ['copy', 'cut', 'paste', 'beforeinput'])
      document.addEventListener(type, () => heard.push(type), { signal: end.signal });
    for (const find of Object.values(fields)) {
      for (const type of ['copy', 'cut', 'paste', 'beforeinput'])
        find(room).dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
    expect(heard).to.deep.equal([]);
    end.abort();
  });
});

describe('Escape', () => {
  let dialog: HTMLDialogElement;
  beforeEach(() => {
    dialog = document.body.appendChild(document.createElement('dialog'));
  });
  afterEach(clear);

  /** A room in an open dialog. */
  async function inDialog(attributes = {}): Promise<CodeRoom> {
    const room = await open(attributes);
    dialog.append(room);
    dialog.showModal();
    await until(() => editor(room));
    return room;
  }

  it('before Tab leaves the editor closes no dialog; a second Escape does', async () => {
    const room = await inDialog();
    const { heard, end } = listen();
    room.focus();
    await sendKeys({ press: 'Escape' });
    expect(dialog.open).to.equal(true);
    expect(heard, 'a page that closes on keyup').to.deep.equal([]);
    await sendKeys({ press: 'Escape' });
    await until(() => !dialog.open, 'the dialog never closes');
    end();
  });

  for (const part of ['code-room-file', 'code-room-people'] as const) {
    it(`that cancels a name closes no dialog, ${part}`, async () => {
      const room = await inDialog({ name: 'Ann' });
      const { heard, end } = listen();
      inside(room, part, 'input').focus();
      await type('x');
      await sendKeys({ press: 'Escape' });
      expect(dialog.open).to.equal(true);
      expect(heard).to.deep.equal([]);
      end();
    });
  }

  it('that ends a search, and removes its field, closes no dialog', async () => {
    const room = await inDialog();
    await until(() => editor(room).contentDOM.hasAttribute('aria-autocomplete'), 'there is no search');
    openSearchPanel(editor(room));
    const { heard, end } = listen();
    editor(room).dom.querySelector<HTMLInputElement>('.cm-search input')?.focus();
    await sendKeys({ press: 'Escape' });
    await until(() => !editor(room).dom.querySelector('.cm-search'), 'the search stays');
    expect(dialog.open).to.equal(true);
    expect(heard).to.deep.equal([]);
    end();
  });

  it('that cancels a choice closes no dialog', async () => {
    const room = await inDialog({ runner: sandboxUrl, language: 'javascript' });
    room.value = 'while (true);';
    void room.run();
    await until(() => room.running);
    part(room, 'code-room-run').focus();
    press(inside(room, 'code-room-run', 'button'), { key: 'Enter', ctrlKey: true });
    await until(() => inside(room, 'code-room-run', '.choice'), 'there is no choice');
    await sendKeys({ press: 'Escape' });
    await until(() => !inside(room, 'code-room-run', '.choice'), 'the choice stays');
    expect(dialog.open).to.equal(true);
    room.stop();
  });

  it('that closes the menu of a file closes no dialog', async () => {
    const room = await inDialog();
    await room.addFile({ name: 'b.py' });
    await until(() => inside(room, 'code-room-files', '.more'), 'there is no menu');
    inside(room, 'code-room-files', '.more').click();
    await until(() => inside(room, 'code-room-files', '[role=menuitem]'), 'the menu does not open');
    const { heard, end } = listen();
    inside(room, 'code-room-files', '[role=menuitem]:not(:disabled)').focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Escape' });
    await until(() => !inside(room, 'code-room-files', '[role=menuitem]'), 'the menu stays');
    expect(dialog.open).to.equal(true);
    expect(heard.filter((key) => !key.startsWith('keyup Arrow'))).to.deep.equal([]);
    end();
  });

  it('that has no effect in the room reaches the page', async () => {
    const room = await inDialog();
    inside(room, 'code-room-language', 'select').focus();
    await sendKeys({ press: 'Escape' });
    await until(() => !dialog.open);
  });
});

describe('commands', () => {
  afterEach(clear);

  it('do not save the page, under every keyboard layout', async () => {
    const room = await open({ name: 'Ann' });
    const layouts = { latin: 's', capitals: 'S', russian: 'ы', greek: 'σ', hebrew: 'ד', arabic: 'س' };
    for (const [what, find] of Object.entries({
      ...fields,
      button: (of: CodeRoom) => inside(of, 'code-room-run', 'button'),
    })) {
      for (const [layout, key] of Object.entries(layouts)) {
        for (const modifier of [{ ctrlKey: true }, { metaKey: true }])
          expect(press(find(room), { key, code: 'KeyS', ...modifier }), `${what}, ${layout}`).to.equal(false);
      }
      // Dvorak has o where others have s, and s where they have the semicolon.
      expect(press(find(room), { key: 's', code: 'Semicolon', ctrlKey: true }), `${what}, dvorak`).to.equal(false);
      expect(press(inside(room, 'code-room-file', 'input'), { key: 'o', code: 'KeyS', ctrlKey: true })).to.equal(true);
    }
  });

  for (const [what, find] of Object.entries(fields)) {
    it(`run the program from ${what}`, async () => {
      const room = await open({ runner: sandboxUrl, language: 'javascript', name: 'Ann' });
      room.value = 'console.log(1)';
      inside<HTMLDetailsElement>(room, 'code-room-output', 'details').open = true;
      find(room).focus();
      press(find(room), { key: 'Enter', keyCode: 13, ctrlKey: true });
      await until(() => room.output === '1\n', 'nothing ran');
    });
  }

  it('run the program from the search', async () => {
    const room = await open({ runner: sandboxUrl, language: 'javascript' });
    room.value = 'console.log(1)';
    await until(() => editor(room).contentDOM.hasAttribute('aria-autocomplete'), 'there is no search');
    openSearchPanel(editor(room));
    const field = editor(room).dom.querySelector('.cm-search input') as HTMLInputElement;
    press(field, { key: 'Enter', keyCode: 13, ctrlKey: true });
    await until(() => room.output === '1\n', 'nothing ran');
  });

  it('end the input, under every keyboard layout', async () => {
    const room = await open({ runner: sandboxUrl, language: 'javascript' });
    const layouts = [
      { key: 'd', code: 'KeyD' },
      { key: 'в', code: 'KeyD' },
      { key: 'δ', code: 'KeyD' },
      { key: 'ג', code: 'KeyD' },
      { key: 'ي', code: 'KeyD' },
      { key: 'd', code: 'KeyH' },
    ];
    room.value = 'console.log(String(prompt("?")))';
    const field = () => inside(room, 'code-room-output', 'code-room-answer')?.shadowRoot?.querySelector('input');
    for (const layout of layouts) {
      const run = room.run();
      await until(field, 'nothing is asked');
      // Another letter at that place is no end.
      press(field() as Element, { key: 'e', code: 'KeyD', ctrlKey: true });
      expect(room.running).to.equal(true);
      press(field() as Element, { ...layout, ctrlKey: true });
      await run;
      expect(room.output, JSON.stringify(layout)).to.match(/null/);
    }
  });
});
