// A printed room: all code, wrapped, all output, no controls, no private notes.
import { expect } from '@esm-bundle/chai';
import { emulateMedia } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import type { RoomElement } from '../../components/element/room-element.js';
import { clear, inside, open, part, sandboxUrl, until } from '../fixtures/elements.js';

const lines = Array.from(
  { length: 400 },
  (_, at) => `console.log(${at}); // ${at % 50 === 0 ? 'a very long line '.repeat(20) : ''}`,
);

/** Only Chromium's driver can put a page on paper. */
const onPaper = navigator.userAgent.includes('Chrome/');

async function print(): Promise<boolean> {
  if (onPaper) await emulateMedia({ media: 'print' });
  return onPaper;
}

const toScreen = () => (onPaper ? emulateMedia({ media: 'screen' }) : undefined);

const seen = (element: Element) => element.checkVisibility();

/** All buttons and the like in these roots and those within. */
function pressable(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches('button, select, [role=button], [role=separator]') ? [element] : []),
    ...(element.shadowRoot ? pressable(element.shadowRoot) : []),
  ]);
}

async function ran(content = ''): Promise<CodeRoom> {
  const room = await open({ runner: sandboxUrl, language: 'javascript', theme: 'dark' }, content);
  room.style.height = '400px';
  room.value = `${lines.join('\n')}\nundefinedName()`;
  await room.run();
  await until(() => inside(room, 'code-room-output', '.stderr'));
  await until(() => inside(room, 'code-room-editor', '.cm-line span'));
  return room;
}

describe('a printed room', () => {
  afterEach(async () => {
    clear();
    await toScreen();
  });

  it('has all code and output, black on white', async function () {
    const room = await ran();
    if (!(await print())) return this.skip();
    await until(() => inside(room, 'code-room-editor', '.cm-paper'), 'nothing was written down');
    const paper = inside(room, 'code-room-editor', '.cm-paper');
    const written = [...paper.querySelectorAll('li')].map(({ textContent }) => textContent);
    expect(written).to.deep.equal(room.value.split('\n'));
    expect(seen(paper)).to.equal(true);
    expect(paper.querySelectorAll('span').length, 'its colours').to.be.greaterThan(400);
    expect(paper.scrollWidth, 'long lines are wrapped').to.be.at.most(paper.clientWidth);
    expect(seen(inside(room, 'code-room-editor', '.cm-scroller')), 'what is in sight comes twice').to.equal(false);
    const output = inside(room, 'code-room-output', '.output');
    expect(output.textContent).to.include('\n399\n');
    expect(output.scrollHeight, 'the output is cut').to.be.at.most(output.clientHeight + 1);
    const { bottom } = part(room, 'code-room-output').getBoundingClientRect();
    expect(room.getBoundingClientRect().bottom, 'the room is cut').to.be.at.least(bottom - 1);
    const style = getComputedStyle(paper);
    expect(style.color).to.equal('rgb(0, 0, 0)');
    expect(getComputedStyle(part(room, 'code-room-output')).backgroundColor).to.equal('rgb(255, 255, 255)');
  });

  it('has no controls', async function () {
    const room = await ran();
    if (!(await print())) return this.skip();
    // Places in the code and the language are words on paper.
    const left = pressable(room.shadowRoot as ShadowRoot).filter(
      (element) => seen(element) && !element.matches('.place, [part=language]'),
    );
    expect(left.map(({ outerHTML }) => outerHTML)).to.deep.equal([]);
  });

  it('is a normal room afterwards', async function () {
    const room = await ran();
    if (!(await print())) return this.skip();
    await until(() => inside(room, 'code-room-editor', '.cm-paper'));
    await toScreen();
    await until(() => !inside(room, 'code-room-editor', '.cm-paper'), 'the paper stays');
    expect(seen(inside(room, 'code-room-editor', '.cm-scroller'))).to.equal(true);
  });

  it('has all files, one after the other with their names, whichever is shown', async () => {
    const room = await open({ language: 'python' });
    room.value = 'import helpers\n';
    await room.addFile({ name: 'helpers.py', text: 'def f():\n    return 1\n' });
    await room.addFile({ name: 'data.csv', text: 'a,b\n' });
    room.file = 'helpers.py';
    await until(() =>
      inside(room, 'code-room-editor', '.cm-editor:not([hidden]) .cm-line')?.textContent?.includes('def'),
    );
    await until(() => customElements.get('code-room-files'));
    await until(() => {
      window.dispatchEvent(new Event('beforeprint'));
      const shown = inside(room, 'code-room-editor', '.cm-editor:not([hidden]) .cm-paper');
      return shown && inside(room, 'code-room-editor', '.cm-paper-name');
    }, 'nothing is written down');
    const box = inside(room, 'code-room-editor', '.editor');
    const written = [...box.querySelectorAll('.cm-paper-name, .cm-editor:not([hidden]) .cm-paper, section .cm-paper')];
    expect(
      written.map(
        (element) => [...element.querySelectorAll('li')].map((li) => li.textContent).join('/') || element.textContent,
      ),
    ).to.deep.equal(['main.py', 'import helpers/', 'helpers.py', 'def f():/    return 1/', 'data.csv', 'a,b/']);
    expect(box.querySelector('section .cm-paper span'), 'its colours').not.to.equal(null);
    expect(written.some(seen), 'on the screen').to.equal(false);
    if (await print()) {
      await until(() => written.length > 0 && [...box.querySelectorAll('.cm-paper-name')].every(seen));
      expect(seen(part(room, 'code-room-files'))).to.equal(false);
      await toScreen();
    }
    window.dispatchEvent(new Event('afterprint'));
    await until(() => !box.querySelector('.cm-paper-name'));
  });

  it('is complete for print preview and scripts, too', async () => {
    const room = await ran();
    window.dispatchEvent(new Event('beforeprint'));
    const paper = inside(room, 'code-room-editor', '.cm-paper');
    expect(paper.querySelectorAll('li').length).to.equal(lines.length + 1);
    expect(seen(paper), 'on the screen').to.equal(false);
    window.dispatchEvent(new Event('afterprint'));
    expect(inside(room, 'code-room-editor', '.cm-paper')).to.equal(null);
  });
});

describe('what is private, or only pressed, is not printed:', () => {
  afterEach(async () => {
    clear();
    await toScreen();
  });

  for (const name of ['notes', 'scorecard', 'chat', 'timer', 'focus', 'activity', 'assistant']) {
    it(name, async function () {
      // The parts are fetched for a room.
      await open();
      const tag = `code-room-${name}`;
      const absent = document.body.appendChild(document.createElement(tag));
      await customElements.whenDefined(tag);
      // Outside a room some have nothing to show.
      await (absent as RoomElement).updateComplete;
      absent.hidden = false;
      expect(getComputedStyle(absent).display).not.to.equal('none');
      if (!(await print())) return this.skip();
      await until(() => getComputedStyle(absent).display === 'none', `${name} is on paper`);
      absent.remove();
    });
  }
});
