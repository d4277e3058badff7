// The element is a good guest: keyboard only, screen reader, strict policies, a silent console, nothing left on `window`.
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import 'axe-core';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, editor, inside, newRoom, open, part, roomHost, until } from '../fixtures/elements.js';

/** The innermost element that has the focus. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** The package is a plain script. */
const { axe } = window as unknown as { axe: typeof import('axe-core') };

const quiet = (room: CodeRoom) => inside(room, 'code-room-editor', '.cm-content')?.dataset.language === 'python';

describe('by keyboard', () => {
  afterEach(clear);

  it('writes, indents, undoes, and leaves by Esc then Tab', async () => {
    const room = await open();
    await until(() => quiet(room));
    room.focus();
    await sendKeys({ type: 'if x:' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: 'y' });
    expect(room.value).to.equal('if x:\n    y');
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'Tab' });
    expect(room.value).to.equal('if x:\n        y');
    expect(focused()).to.equal(editor(room).contentDOM);
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Tab' });
    expect(focused()).not.to.equal(editor(room).contentDOM);
    expect(room.value).to.equal('if x:\n        y');
  });

  it('says how to leave the editor', async () => {
    const room = await open();
    expect(editor(room).contentDOM.getAttribute('aria-label')).to.equal(
      'Code, Python. Esc, then Tab leaves the editor.',
    );
  });

  it("changes one's name in place, and Escape takes it back", async () => {
    const room = await open({ name: 'Ann' });
    const name = () => inside<HTMLInputElement>(room, 'code-room-people', 'input');
    name().select();
    name().focus();
    await sendKeys({ type: 'Zo' });
    await sendKeys({ press: 'Escape' });
    expect(room.name).to.equal('Ann');
    name().focus();
    name().select();
    await sendKeys({ type: 'Zo' });
    await sendKeys({ press: 'Enter' });
    await until(() => room.name === 'Zo');
  });

  it('moves the line between editor and output', async () => {
    const room = await open();
    const line = part(room, 'code-room-splitter');
    const before = Number(line.getAttribute('aria-valuenow'));
    line.focus();
    await sendKeys({ press: line.getAttribute('aria-orientation') === 'vertical' ? 'ArrowLeft' : 'ArrowUp' });
    await until(() => Number(line.getAttribute('aria-valuenow')) < before);
  });
});

describe('for everybody', () => {
  afterEach(clear);

  for (const theme of ['light', 'dark']) {
    it(`has nothing that axe objects to, ${theme}`, async () => {
      const host = await roomHost();
      const room = await open({ host, room: newRoom(), theme, name: 'Ann' });
      room.value = 'def f(x):\n    # about\n    return "text", 1\n';
      await until(() => room.saved && inside(room, 'code-room-editor', '.cm-line span'));
      const { violations } = await axe.run(room, { resultTypes: ['violations'] });
      const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect(said).to.deep.equal([]);
    });
  }
});

describe('on a strict page', () => {
  afterEach(clear);

  it('needs no more than its script, under Trusted Types, and says nothing', async () => {
    const policy = [
      "default-src 'none'",
      `script-src ${location.origin}`,
      "style-src 'none'",
      `connect-src ${location.origin}`,
      "require-trusted-types-for 'script'",
    ].join('; ');
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">
      <script type="module" src="${new URL('../fixtures/strict-page.ts', import.meta.url).href}"></script>
      <code-room language="javascript"></code-room>`;
    document.body.append(frame);
    const report = () => (frame.contentWindow as (Window & { report?: () => string[] }) | null)?.report;
    await until(report, 'the page did not start');
    const room = () => frame.contentDocument?.querySelector('code-room') as CodeRoom;
    await until(() => room().status === 'live' && inside(room(), 'code-room-editor', '.cm-content'));
    room().value = 'let x = 1;';
    await until(() => inside(room(), 'code-room-editor', '.cm-line span'));
    const gutter = inside(room(), 'code-room-editor', '.cm-gutters');
    expect(getComputedStyle(gutter).borderRightStyle).to.equal('none');
    expect(report()?.()).to.deep.equal([]);
  });
});
