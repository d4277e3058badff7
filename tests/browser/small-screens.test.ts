// However little height there is, code and output keep a share that one can work in; fields do not make a phone zoom; files do not open.
import { expect } from '@esm-bundle/chai';
import { setViewport } from '@web/test-runner-commands';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, collect, editor, inside, newRoom, open, part, roomHost, until } from '../fixtures/elements.js';
import { makeRoom } from '../fixtures/made-room.js';

/** So many lines of each one has to see. */
const LEAST = { code: 4, output: 2 };
const LINE = 22;

async function filled(side = ''): Promise<CodeRoom> {
  const room = await open({ host: await roomHost(), room: newRoom(), name: 'Ann' }, side);
  room.style.cssText = 'height: calc(100vh - 48px); position: absolute; inset: 48px 0 0';
  await until(() => inside(room, 'code-room-splitter', 'div') && part(room, 'code-room-brief'));
  return room;
}

function height(element: Element): number {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, 0);
}

/** WebKit's driver cannot make a window small. */
const resizable = /Chrome\/|Firefox\//.test(navigator.userAgent);

describe('a low window', () => {
  before(function () {
    if (!resizable) this.skip();
  });
  afterEach(async () => {
    clear();
    if (resizable) await setViewport({ width: 800, height: 600 });
  });

  for (const [what, width, height_] of [
    ['a page zoomed to 200 %', 640, 360],
    ['a laptop zoomed to 200 %', 683, 384],
    ['a phone', 390, 844],
    ['a phone with its keyboard', 390, 480],
    ['a phone on its side', 844, 390],
  ] as const) {
    for (const side of ['', '<div slot="side"><p style="height: 900px">Desk</p></div>']) {
      it(`leaves space for code and output: ${what}${side && ', with the side slot filled'}`, async () => {
        const room = await filled(side);
        await setViewport({ width, height: height_ });
        const code = () => height(editor(room).scrollDOM);
        const output = () => height(inside(room, 'code-room-output', '.output'));
        await until(
          () => code() >= LEAST.code * LINE && output() >= LEAST.output * LINE,
          `code ${code()}, output ${output()}`,
        ).catch(() => undefined);
        expect(code(), 'code').to.be.at.least(LEAST.code * LINE);
        expect(output(), 'output').to.be.at.least(LEAST.output * LINE);
      });
    }
  }
});

describe('the task in a room', () => {
  afterEach(clear);

  it('is folded where there is little height, can be opened, and is open again with more height', async () => {
    const made = await makeRoom({ brief: 'Sort a list.\n'.repeat(12) });
    const room = await made.enter('candidate');
    room.style.height = '380px';
    const task = () => inside(room, 'code-room-brief', 'details') as HTMLDetailsElement | null;
    await until(() => task() && !task()?.open, 'the task does not fold');
    const code = () => height(editor(room).scrollDOM);
    expect(code(), 'code').to.be.at.least(LEAST.code * LINE);
    const folded = code();
    task()?.querySelector('summary')?.click();
    await until(() => task()?.open && code() < folded, 'it does not open');
    expect(code(), 'code beside an open task').to.be.at.least(2 * LINE);
    task()?.querySelector('summary')?.click();
    await until(() => !task()?.open, 'it does not close');
    room.style.height = '700px';
    await until(() => task()?.open, 'it stays folded');
    room.style.height = '380px';
    await until(() => !task()?.open, 'it does not fold again');
  });
});

describe('in a flex row of the page, the element', () => {
  afterEach(clear);

  for (const row of [
    'display: flex',
    'display: inline-block',
    'display: grid; grid-template-columns: auto',
    'float: left',
  ]) {
    it(`is wide enough to work in: ${row}`, async () => {
      const box = document.body.appendChild(document.createElement('div'));
      box.style.cssText = `max-width: 700px; ${row}`;
      const room = await open();
      box.append(room);
      expect(room.offsetWidth).to.be.within(500, 700);
      box.style.maxWidth = '300px';
      expect(room.offsetWidth, 'where there is less').to.be.at.most(300);
    });
  }
});

describe('a file dropped beside the code', () => {
  afterEach(clear);

  const drag = (target: Element, type: string, data: (transfer: DataTransfer) => void): DragEvent => {
    const dataTransfer = new DataTransfer();
    data(dataTransfer);
    const event = new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true });
    target.dispatchEvent(event);
    return event;
  };
  const file = (transfer: DataTransfer) => void transfer.items.add(new File(['x = 1'], 'a.py', { type: 'text/plain' }));
  const link = (transfer: DataTransfer) => transfer.setData('text/uri-list', 'https://example.org/');

  it('is not opened by the browser, and a sentence says where to drop it', async () => {
    const room = await open();
    const errors = collect(room, 'code-room-error');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const places = [
      inside(room, 'code-room-output', '.output'),
      inside(room, 'code-room-run', 'button'),
      inside(room, 'code-room-file', 'input'),
      room,
    ];
    for (const place of places) {
      for (const type of ['dragover', 'drop'])
        expect(drag(place, type, file).defaultPrevented, `${type} ${place.outerHTML.slice(0, 60)}`).to.equal(true);
    }
    expect(drag(places[0] as Element, 'drop', link).defaultPrevented, 'a link').to.equal(true);
    expect(errors[0]?.sentence).to.match(/drop a file onto the code/i);
    // Text is no address to go to.
    expect(
      drag(places[0] as Element, 'dragover', (transfer) => transfer.setData('text/plain', 'x')).defaultPrevented,
    ).to.equal(false);
  });

  it('is left to a page that handles it', async () => {
    const room = await open({}, '<div slot="side">Drop here</div>');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const zone = room.querySelector('div') as HTMLElement;
    zone.addEventListener('drop', (event) => event.preventDefault());
    const errors = collect(room, 'code-room-error');
    drag(zone, 'drop', file);
    expect(errors).to.deep.equal([]);
  });
});

describe('custom states', () => {
  afterEach(clear);

  it('work in a browser that has none, or only names with dashes', async () => {
    const { add } = CustomStateSet.prototype;
    const names: string[] = [];
    CustomStateSet.prototype.add = function (name) {
      if (!name.startsWith('--')) throw new DOMException('not a name', 'SyntaxError');
      names.push(name);
      return add.call(this, name);
    };
    const room = await open();
    expect(names).to.include('--live');
    room.remove();
    CustomStateSet.prototype.add = add;
    const states = Object.getOwnPropertyDescriptor(ElementInternals.prototype, 'states') as PropertyDescriptor;
    Reflect.deleteProperty(ElementInternals.prototype, 'states');
    const other = await open();
    expect(other.status).to.equal('live');
    other.remove();
    Object.defineProperty(ElementInternals.prototype, 'states', states);
  });
});
