// On a right-to-left page code, output and file names stay left to right; everything else is mirrored.
import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, editor, inside, open, part, sandboxUrl, until } from '../fixtures/elements.js';
import { type } from '../fixtures/keyboard.js';
import { makeRoom } from '../fixtures/made-room.js';

const left = (element: Element) => element.getBoundingClientRect().left;
const direction = (element: Element) => getComputedStyle(element).direction;

describe('on a right-to-left page, the room', () => {
  beforeEach(() => {
    document.documentElement.dir = 'rtl';
  });
  afterEach(() => {
    clear();
    document.documentElement.removeAttribute('dir');
  });

  const beside = async (attributes = {}): Promise<CodeRoom> => {
    const room = await open({ layout: 'columns', name: 'Ann', ...attributes });
    await until(() => inside(room, 'code-room-splitter', 'div'));
    return room;
  };

  it('is mirrored, but code is not', async () => {
    const room = await beside();
    room.value = 'print("שלום")  # שלום, hello\n';
    expect(left(part(room, 'code-room-editor')), 'the editor comes first').to.be.greaterThan(
      left(part(room, 'code-room-output')),
    );
    expect(left(part(room, 'code-room-file'))).to.be.greaterThan(left(part(room, 'code-room-status')));
    expect(left(inside(room, 'code-room-editor', '.cm-gutters'))).to.be.lessThan(
      left(inside(room, 'code-room-editor', '.cm-content')),
    );
    for (const [name, selector] of [
      ['code-room-editor', '.cm-content'],
      ['code-room-editor', '.cm-line'],
      ['code-room-output', '.output'],
      ['code-room-output', 'textarea'],
      ['code-room-file', 'input'],
    ] as const)
      expect(direction(inside(room, name, selector)), `${name} ${selector}`).to.equal('ltr');
    const line = inside(room, 'code-room-editor', '.cm-line');
    expect(getComputedStyle(line).textAlign).to.equal('start');
    expect(direction(inside(room, 'code-room-run', 'button'))).to.equal('rtl');
  });

  it('has code within sentences from left to right', async () => {
    const made = await makeRoom({ brief: 'כתבו `f(x) - [0]` כאן.' });
    const ada = await made.enter('interviewer', '', { name: 'Ada' });
    await ada.say('נסו `f(x) - [0]` שוב');
    await until(() => inside(ada, 'code-room-chat', 'button.open'));
    inside(ada, 'code-room-chat', 'button.open').click();
    for (const [name, selector] of [
      ['code-room-brief', '.text code'],
      ['code-room-chat', '.words code'],
    ] as const) {
      await until(() => inside(ada, name, selector), `${name} has no code`);
      const code = inside(ada, name, selector);
      const text = document.createTreeWalker(code, NodeFilter.SHOW_TEXT).nextNode() as Text;
      const places = [...text.data].map((_, at) => {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
      });
      expect(text.data).to.equal('f(x) - [0]');
      expect(places, `${name}: ${text.data}`).to.deep.equal([...places].sort((a, b) => a - b));
    }
  });

  it('moves file tabs in the named direction', async () => {
    const room = await beside();
    await room.addFile({ name: 'b.py' });
    const tabs = () => [...inside(room, 'code-room-files', '.tabs').querySelectorAll('[role=tab]')];
    await until(() => tabs().length === 2);
    inside(room, 'code-room-files', '.more').click();
    const items = () => [...inside(room, 'code-room-files', '.about').querySelectorAll('[role=menuitem]')];
    await until(() => items().length > 0);
    const item = (words: string) => items().find(({ textContent }) => textContent === words) as HTMLButtonElement;
    // The first tab stands at the right.
    expect([item('Move right').disabled, item('Move left').disabled]).to.deep.equal([true, false]);
    item('Move left').click();
    await until(() => room.files[0]?.name === 'b.py');
  });

  it('shows prompts and answers from the left', async () => {
    const room = await beside({ runner: sandboxUrl, language: 'javascript' });
    room.value = 'console.log(prompt("name?"))';
    const run = room.run();
    const answer = () => inside(room, 'code-room-output', 'code-room-answer')?.shadowRoot?.querySelector('input');
    await until(answer);
    expect(direction(answer() as Element)).to.equal('ltr');
    room.stop();
    await run;
  });

  it('moves the caret and the splitter in the direction of the arrow keys', async () => {
    const room = await beside();
    room.value = 'ab';
    room.focus();
    editor(room).dispatch({ selection: { anchor: 1 } });
    await sendKeys({ press: 'ArrowRight' });
    expect(editor(room).state.selection.main.head).to.equal(2);
    const line = part(room, 'code-room-splitter');
    const before = left(line);
    line.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await until(() => left(line) < before - 5, 'the line did not go to the left');
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowRight' });
    await until(() => left(line) > before + 5, 'the line did not go to the right');
  });

  it('drags the splitter to the pointer', async () => {
    const room = await beside();
    const line = part(room, 'code-room-splitter');
    const box = line.parentElement?.getBoundingClientRect() as DOMRect;
    line.setPointerCapture = () => undefined;
    line.hasPointerCapture = () => true;
    for (const share of [0.3, 0.6]) {
      const clientX = box.left + box.width * share;
      line.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY: box.top + 5, pointerId: 1 }));
      await until(() => Math.abs(left(line) - clientX) < 4, `the line is at ${left(line)}, not ${clientX}`);
    }
  });

  it('accepts right-to-left text like any other', async () => {
    const room = await beside();
    room.focus();
    await type('x="שלום"');
    expect(room.value).to.contain('x="שלום"');
  });
});
