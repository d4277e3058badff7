// The element in a page: keyboard, accessibility, strict policies, no console output, no globals.
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import 'axe-core';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, editor, inside, make, newRoom, open, part, roomHost, sandboxUrl, until } from '../fixtures/elements.js';
import { type } from '../fixtures/keyboard.js';

/** The innermost element that has the focus. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** The package is a plain script. */
const { axe } = window as unknown as { axe: typeof import('axe-core') };

const quiet = (room: CodeRoom) => inside(room, 'code-room-editor', '.cm-content')?.dataset.language === 'python';

describe('by keyboard one', () => {
  afterEach(clear);

  it('begins in the editor where a page calls focus() right after it has added the room', async () => {
    for (const content of ['', '<div slot="layout"><code-room-editor></code-room-editor></div>']) {
      const room = make({}, content);
      room.focus();
      document.body.append(room);
      room.focus();
      await until(() => editor(room)?.hasFocus, 'the focus is not in the editor');
      clear();
    }
  });

  it('leaves the focus where it is when a page has called focus() before it adds the room', async () => {
    const names = ['code-room-editor', 'code-room-run', 'code-room-language', 'code-room-settings'];
    for (const name of names) await customElements.whenDefined(name);
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    const parts = names.map((name) => `<${name}></${name}>`);
    const room = make({ runner: sandboxUrl, language: 'javascript' }, `<div slot="layout">${parts.join('')}</div>`);
    room.focus();
    for (const name of names) room.querySelector<HTMLElement>(name)?.focus();
    document.body.append(room);
    await until(() => room.status === 'live' && editor(room));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(document.activeElement).to.equal(field);
  });

  it('begins with a part that was added a moment ago', async () => {
    const room = await open({ runner: sandboxUrl, language: 'javascript' });
    for (const name of ['code-room-run', 'code-room-language', 'code-room-settings']) {
      await customElements.whenDefined(name);
      const added = document.createElement(name);
      added.slot = 'toolbar';
      room.append(added);
      added.focus();
      await until(() => document.activeElement === added, `${name} has no focus`);
    }
  });

  it('types, indents, undoes, and leaves by Esc then Tab', async () => {
    const room = await open();
    await until(() => quiet(room));
    room.focus();
    await type('if x:');
    await sendKeys({ press: 'Enter' });
    await type('y');
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

  it('is told how to leave the editor', async () => {
    const room = await open();
    expect(editor(room).contentDOM.getAttribute('aria-label')).to.equal(
      'Code, Python. Esc, then Tab leaves the editor.',
    );
  });

  it('changes one’s name in place, or cancels by Escape', async () => {
    const room = await open({ name: 'Ann' });
    const name = () => inside<HTMLInputElement>(room, 'code-room-people', 'input');
    name().select();
    name().focus();
    await type('Zo');
    await sendKeys({ press: 'Escape' });
    expect(room.name).to.equal('Ann');
    name().focus();
    name().select();
    await type('Zo');
    await sendKeys({ press: 'Enter' });
    await until(() => room.name === 'Zo');
  });

  it('moves the splitter between editor and output', async () => {
    const room = await open();
    const line = part(room, 'code-room-splitter');
    const before = Number(line.getAttribute('aria-valuenow'));
    line.focus();
    await sendKeys({ press: line.getAttribute('aria-orientation') === 'vertical' ? 'ArrowLeft' : 'ArrowUp' });
    await until(() => Number(line.getAttribute('aria-valuenow')) < before);
  });
});

describe('accessibility', () => {
  afterEach(clear);

  const tags = ['en', 'ar', 'de', 'es', 'fr', 'hi', 'ja', 'pt', 'uk', 'zh'];
  const looks = ['light', 'dark'].map((theme) => ({ theme, lang: 'en' }));
  for (const { theme, lang } of [...looks, ...tags.map((tag) => ({ theme: 'contrast', lang: tag }))]) {
    it(`has no violations found by axe, ${theme}, ${lang}`, async () => {
      const host = await roomHost();
      const room = await open({ host, room: newRoom(), theme, lang, name: 'Ann' });
      const speaks = () => (inside(room, 'code-room-run', 'button').textContent?.trim() === 'Run') === (lang === 'en');
      await until(speaks, `it does not speak ${lang}`);
      room.value = 'def f(x):\n    # about\n    return "text", 1\n';
      await until(() => room.saved && inside(room, 'code-room-editor', '.cm-line span'));
      const { violations } = await axe.run(room, { resultTypes: ['violations'] });
      const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect(said).to.deep.equal([]);
    });
  }
});

/** A page of its own with this policy and this element. */
async function strictPage(policy: string[], element: string, nonce = '') {
  const frame = document.createElement('iframe');
  const script = new URL('../fixtures/strict-page.ts', import.meta.url).href;
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
    <script type="module"${nonce && ` nonce="${nonce}"`} src="${script}"></script>${element}`;
  document.body.append(frame);
  const report = () => (frame.contentWindow as (Window & { report?: () => string[] }) | null)?.report;
  await until(report, 'the page did not start');
  const room = frame.contentDocument?.querySelector('code-room') as CodeRoom;
  const complaints = () => report()?.() ?? [];
  return { room, complaints };
}

describe('on a page with an incomplete policy, the element', () => {
  const scripts = [`default-src 'none'`, `script-src ${location.origin}`];
  const says = (room: CodeRoom, what: RegExp) =>
    until(() => what.test(inside(room, 'code-room-notice', '[part=notice]')?.textContent ?? ''), String(what));
  const shown = (room: CodeRoom) => part(room, 'code-room-output').shadowRoot?.textContent ?? '';
  afterEach(clear);

  it('names the source that allows the room', async () => {
    const host = await roomHost();
    const policy = [...scripts, `connect-src ${location.origin}`];
    const { room } = await strictPage(policy, `<code-room host="${host}" room="${newRoom()}"></code-room>`);
    const errors: string[] = [];
    room.addEventListener('code-room-error', (event) => errors.push(`${event.reason}: ${event.sentence}`));
    const line = `"connect-src ${host} ${host.replace('http', 'ws')}"`;
    await says(room, /Add "connect-src/);
    await until(() => errors.length > 0, 'the page hears nothing');
    expect(errors[0])
      .to.match(/^policy: /)
      .and.to.include(line);
  });

  it('names the source that allows the runner', async () => {
    const runner = sandboxUrl.replace('localhost', '127.0.0.1');
    const { room } = await strictPage(
      [...scripts, `connect-src ${location.origin}`],
      `<code-room runner="${runner}" language="javascript"></code-room>`,
    );
    await until(() => room.status === 'live');
    expect((await room.run()).state).to.equal('failed');
    await says(room, /Add "frame-src/);
    await until(() => shown(room).includes(`"frame-src ${new URL(runner).origin}"`), shown(room));
  });

  it('names the source that allows packages', async () => {
    const { room } = await strictPage(
      [...scripts, `connect-src ${location.origin}`, `frame-src ${location.origin}`],
      `<code-room runner="${sandboxUrl}" packages="http://127.0.0.1:9/" language="python"></code-room>`,
    );
    await until(() => room.status === 'live');
    room.value = 'import numpy';
    await room.run();
    await until(() => shown(room).includes('Add "connect-src http://127.0.0.1:9" to it and reload.'), shown(room));
  }).timeout(40_000);
});

describe('on a page with a strict policy, the element', () => {
  afterEach(clear);

  it('loads all its parts with a nonce, whatever its origin', async () => {
    const policy = ["default-src 'none'", "script-src 'nonce-n0'", `connect-src ${location.origin}`];
    const { room, complaints } = await strictPage(policy, '<code-room language="javascript"></code-room>', 'n0');
    await until(() => room.status === 'live' && inside(room, 'code-room-editor', '.cm-content'));
    room.value = 'let x = 1;';
    await until(() => inside(room, 'code-room-editor', '.cm-line span'));
    expect(complaints()).to.deep.equal([]);
  });

  it('needs only its script, under Trusted Types, and causes no report', async () => {
    const policy = [
      "default-src 'none'",
      `script-src ${location.origin}`,
      "style-src 'none'",
      `connect-src ${location.origin}`,
      "require-trusted-types-for 'script'",
    ];
    const { room, complaints } = await strictPage(policy, '<code-room language="javascript"></code-room>');
    await until(() => room.status === 'live' && inside(room, 'code-room-editor', '.cm-content'));
    room.value = 'let x = 1;';
    await until(() => inside(room, 'code-room-editor', '.cm-line span'));
    const gutter = inside(room, 'code-room-editor', '.cm-gutters');
    expect(getComputedStyle(gutter).borderRightStyle).to.equal('none');
    expect(complaints()).to.deep.equal([]);
  });
});
