// Output is never interpreted as HTML, and hostile output does not slow the page.
import { EditorView } from '@codemirror/view';
import { expect } from '@esm-bundle/chai';
import type { CodeRoom } from '../../components/code-room.js';
import { registerLanguage } from '../../components/index.js';
import type { OutputKind } from '../../party/shared/output.js';
import { clear, editor, inside, open, sandboxUrl, until, write } from '../fixtures/elements.js';

const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('output', () => {
  afterEach(clear);

  /** A room in which Run gives exactly this. */
  async function printing(output: [OutputKind, string][], state: 'done' | 'failed' = 'done'): Promise<CodeRoom> {
    registerLanguage({
      id: 'says',
      label: 'Says',
      async run(_request, sink) {
        for (const [kind, text] of output) sink.output(kind, text);
        return state;
      },
    });
    const room = await open(
      { runner: sandboxUrl, language: 'says' },
      '<script type="text/plain" slot="code">a\nb\nc</script>',
    );
    await room.run();
    await until(() => box(room)?.querySelector('.note, .stdout, .stderr, .table, img, .file'), 'nothing is shown');
    return room;
  }
  const box = (room: CodeRoom) => inside(room, 'code-room-output', '.output');

  it('has tables, images and files, and says when one is invalid', async () => {
    const room = await printing([
      ['table', 'name\tcount\n<b>x</b>\t12'],
      ['image', `data:image/png;base64,${DOT}`],
      ['image', 'data:text/html;base64,PGI+'],
      ['file', 'out.txt\ttext/plain\t3\tYWJj'],
      ['prompt', 'Name? '],
      ['answer', 'Ada\n'],
    ]);
    const cells = [...box(room).querySelectorAll('th, td')].map(({ textContent }) => textContent);
    expect(cells).to.deep.equal(['name', 'count', '<b>x</b>', '12']);
    const picture = box(room).querySelector('img');
    await until(() => picture?.complete && picture.naturalWidth === 1);
    expect(picture?.alt).to.not.equal('');
    expect(box(room).textContent).to.include('a kind that is not shown');
    expect(box(room).querySelector('.file')?.textContent).to.include('Download out.txt');
    expect(box(room).querySelector('.prompt')?.textContent).to.equal('Name? ');
    expect(box(room).querySelectorAll('.note')).to.have.length(1);
    expect(room.output).to.equal('name\tcount\n<b>x</b>\t12\nName? Ada\n');
  });

  it('keeps prompts beside their answers', async () => {
    const room = await printing([
      ['prompt', 'Name? '],
      ['answer', 'Ada\n'],
      ['stdout', 'Hi\n'],
    ]);
    await until(() => box(room).querySelector('.answer'));
    expect(box(room).textContent?.trim()).to.equal('Name? Ada\nHi');
  });

  it('stays scrolled to its end when an image loads, and when its box shrinks', async () => {
    const room = await printing([
      ['stdout', 'line\n'.repeat(100)],
      [
        'image',
        `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="300"/>')}`,
      ],
      ['stdout', 'end\n'],
    ]);
    const left = () => box(room).scrollHeight - box(room).scrollTop - box(room).clientHeight;
    await until(() => box(room).querySelector('img')?.height === 300 && left() < 1, 'its end is not in view');
    room.style.height = '15rem';
    await until(() => box(room).clientHeight < 200 && left() < 1, 'its end went out of view');
    box(room).scrollTop -= 100;
    await new Promise(requestAnimationFrame);
    room.style.height = '14rem';
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(left()).to.be.above(50);
  });

  it('shows its sentence from the beginning where nothing has run and there is little height', async () => {
    const room = await open({ runner: sandboxUrl });
    await until(() => box(room)?.querySelector('.empty'));
    const output = box(room);
    output.style.cssText = 'font-size: 60px';
    room.style.height = '14rem';
    await until(() => output.clientHeight > 0 && output.scrollHeight > output.clientHeight + 20, 'it has space');
    for (let n = 0; n < 5; n++) await new Promise(requestAnimationFrame);
    expect(output.scrollTop).to.equal(0);
  });

  it('is laid out only where visible, and can be followed and selected as one text', async () => {
    const text = Array.from({ length: 1_000 }, (_, i) => (i % 10 ? `line ${i}\n` : `${'long '.repeat(30)}\n`)).join('');
    const room = await printing([
      ['stdout', text],
      ['note', 'between\n'],
      ['stderr', text],
      ['stdout', 'end'],
    ]);
    const lines = () => [...box(room).querySelectorAll<HTMLElement>('.lines')];
    await until(() => lines().length > 7, 'it is one piece');
    expect(box(room).textContent).to.equal(`${text}between\nError output: ${text}end`);
    const left = () => box(room).scrollHeight - box(room).scrollTop - box(room).clientHeight;
    await until(() => left() < 1, 'its end is not in view');
    box(room).scrollTop = 0;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const lineHeight = Number.parseFloat(getComputedStyle(box(room)).lineHeight);
    expect(lines()[0]?.getBoundingClientRect().height).to.be.within(199 * lineHeight, 500 * lineHeight);
    getSelection()?.selectAllChildren(lines()[0]?.parentElement as HTMLElement);
    // What is out of sight is laid out soon after it is selected.
    await until(() => String(getSelection()).trimEnd() === text.trimEnd(), 'not all of it is selected');
    expect(left()).to.be.above(500);
  });

  it('has lines where they were printed, in blocks or not', async () => {
    const lines = 'line\n'.repeat(250);
    const room = await printing([
      ['stdout', `\x1b[1mHeading\x1b[0m\n${lines}\x1b[32mOK\x1b[0m first\n${lines}half `],
      ['prompt', 'Name? '],
      ['answer', 'Ada\n'],
      ['stdout', 'end'],
    ]);
    await until(() => box(room).querySelectorAll('.lines').length === 2, 'it is not in blocks');
    const height = Number.parseFloat(getComputedStyle(box(room)).lineHeight);
    // The last line of each: a look may begin with the end of the line before, which WebKit counts.
    const lastTop = (rects: DOMRectList | undefined) => [...(rects ?? [])].at(-1)?.top ?? 0;
    const top = (selector: string, index = 0) => lastTop(box(room).querySelectorAll(selector)[index]?.getClientRects());
    const topOf = (text: string) => {
      const nodes = document.createTreeWalker(box(room), NodeFilter.SHOW_TEXT);
      while (nodes.nextNode()) if (nodes.currentNode.textContent?.includes(text)) break;
      const range = document.createRange();
      const start = nodes.currentNode.textContent?.indexOf(text) ?? 0;
      range.setStart(nodes.currentNode, start);
      range.setEnd(nodes.currentNode, start + text.length);
      return lastTop(range.getClientRects());
    };
    expect(top('.lines') - top('.bold')).to.be.within(height / 2, height * 1.2);
    expect(topOf(' first')).to.be.closeTo(top('.ansi-2'), 1);
    expect(top('.lines', 1) - top('.ansi-2')).to.be.within(height / 2, height * 1.2);
    expect(topOf('half ')).to.be.closeTo(top('.prompt'), 1);
  });

  it('links only some lines of a deep recursion', async () => {
    const room = await printing([['stderr', `main.says:1\n${'at main.says:2\n'.repeat(2_000)}`]], 'failed');
    await until(() => box(room).querySelectorAll('.lines').length === 10, 'it is not in blocks');
    expect(box(room).querySelectorAll('.place')).to.have.length(200);
  });

  it('has the terminal’s colours', async () => {
    const room = await printing([['stdout', '\x1b[31mred\x1b[0m plain']]);
    expect(box(room).querySelector('.ansi-1')?.textContent).to.equal('red');
    expect(box(room).textContent?.trim()).to.equal('red plain');
  });

  it('shows what a terminal would: clearing, overwriting, styles and readable colours', async () => {
    const room = await printing([
      ['stdout', 'old\n\x1b[2J\x1b[H 50%\r100%\n'],
      ['stdout', '\x1b[4;38;5;208morange\x1b[0m \x1b[44myellow?\x1b[0m \x1b[7mreverse\x1b[0m \x1b[1;3;9mall\x1b[0m\n'],
    ]);
    await until(() => box(room).querySelector('.underline'), 'there are no looks');
    expect(box(room).textContent?.trim()).to.equal('100%\norange yellow? reverse all');
    const style = (selector: string) => getComputedStyle(box(room).querySelector(selector) as Element);
    expect(style('.underline').textDecorationLine).to.equal('underline');
    expect(style('.underline').color).not.to.equal(style('.output .stdout, .stdout').color);
    const ground = [...box(room).querySelectorAll('span')].find(
      ({ textContent }) => textContent === 'yellow?',
    ) as Element;
    expect(getComputedStyle(ground).backgroundColor).to.equal('rgb(36, 114, 200)');
    expect(getComputedStyle(ground).color).to.equal('rgb(255, 255, 255)');
    expect(style('.reverse').backgroundColor).not.to.equal('rgba(0, 0, 0, 0)');
    expect([style('.italic').fontStyle, style('.strike').textDecorationLine]).to.deep.equal(['italic', 'line-through']);
    expect(room.output).to.include('old');
  });

  it('distinguishes warnings from errors, visually and for screen readers', async () => {
    const room = await printing([['stderr', '\x1b[33mcareful\x1b[39m\nError: oh\n']]);
    await until(() => box(room).querySelector('.warning'), 'there is no warning');
    const [warning, error] = ['.warning', '.stderr'].map((selector) => box(room).querySelector(selector) as Element);
    expect(warning?.textContent).to.equal('Warning: careful\n');
    expect(error?.textContent).to.equal('Error output: Error: oh\n');
    const colors = [warning, error].map((part) => getComputedStyle(part as Element).color);
    expect(colors[0]).not.to.equal(colors[1]);
  });

  it('says that a program without output has ended', async () => {
    registerLanguage({ id: 'silent', label: 'Silent', run: async () => 'done' });
    const room = await open({ runner: sandboxUrl, language: 'silent' });
    await room.run();
    await until(() => box(room).textContent?.includes('Finished without output.'), 'nothing says so');
    expect(room.output).to.equal('');
  });

  it('links to the line of an error, which is marked until the code there changes', async () => {
    const room = await printing([['stderr', 'main.says:2: oh\n']], 'failed');
    const marked = () => editor(room).dom.querySelector('.cm-problem')?.textContent;
    await until(() => marked() === 'b', 'the line is not marked');
    box(room).querySelector<HTMLButtonElement>('.place')?.click();
    await until(() => editor(room).state.selection.main.head === 2);
    write(room, 'x\n', 0);
    expect(marked()).to.equal('b');
    write(room, '!', 5);
    expect(marked()).to.equal(undefined);
  });

  it('links to the line of an error in another file, which is then shown', async () => {
    const room = await printing([['stderr', 'main.says:3: in\nlib/bank.py:2: oh\n']], 'failed');
    await room.addFile({ name: 'lib/bank.py', text: 'x\ny\nz' });
    await room.run();
    const head = () => {
      const dom = inside(room, 'code-room-editor', '.cm-editor:not([hidden])');
      return dom && EditorView.findFromDOM(dom)?.state.selection.main.head;
    };
    const places = () => [...box(room).querySelectorAll<HTMLButtonElement>('.place')];
    await until(() => places().length === 2, 'the other file is no place');
    expect(places().map(({ title }) => title)).to.deep.equal([
      'Go to line 3 of main.says',
      'Go to line 2 of lib/bank.py',
    ]);
    places()[1]?.click();
    await until(() => room.file === 'lib/bank.py' && head() === 2);
    places()[0]?.click();
    await until(() => room.file === 'main.says' && head() === 4);
  });

  it('needs limited work to show', async () => {
    const flood = Array.from({ length: 20_000 }, (_, i): [OutputKind, string] => [
      i % 2 ? 'stdout' : 'stderr',
      `${i % 10}`,
    ]);
    const room = await printing([
      ...flood,
      ...Array.from({ length: 80 }, (): [OutputKind, string] => ['table', 'a\n1']),
    ]);
    await until(() => !room.running);
    expect(box(room).querySelectorAll('*').length).to.be.below(5_000);
    const colours = await printing([['stdout', '\x1b[31ma\x1b[32mb'.repeat(4_000)]]);
    expect(box(colours).querySelectorAll('*').length).to.be.below(1_100);
    expect(box(colours).textContent?.trim()).to.equal('ab'.repeat(4_000));
  });
});

describe('a second press of Run', () => {
  afterEach(clear);
  const button = (room: CodeRoom, label: string) =>
    [...(inside(room, 'code-room-run', '.choice')?.querySelectorAll('button') ?? [])].find(
      ({ textContent }) => textContent === label,
    );

  async function looping() {
    const room = await open({ runner: sandboxUrl, language: 'javascript' });
    room.value = 'console.log("on"); for (;;);';
    const ended = room.run();
    await until(() => room.output === 'on\n');
    room.value = 'console.log("next")';
    const press = () =>
      editor(room).contentDOM.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true, cancelable: true }),
      );
    return { room, ended, press };
  }

  it('asks whether to stop the current run', async () => {
    const { room, ended, press } = await looping();
    press();
    await until(() => button(room, 'Stop it and run'));
    button(room, 'Stop it and run')?.click();
    expect((await ended).state).to.equal('stopped');
    await until(() => room.output === 'next\n' && !room.running);
  });

  it('in a box inside the room, wherever the button is', async () => {
    const { room, ended, press } = await looping();
    room.style.inlineSize = '390px';
    for (const side of ['ltr', 'rtl']) {
      room.dir = side;
      press();
      await until(() => button(room, 'Cancel'));
      const [box, own] = [inside(room, 'code-room-run', '.choice'), room].map((one) => one.getBoundingClientRect());
      expect(box?.left, side).to.be.at.least(own?.left ?? 0);
      expect(box?.right, side).to.be.at.most(own?.right ?? 0);
      button(room, 'Cancel')?.click();
      await until(() => !button(room, 'Cancel'));
    }
    room.stop();
    await ended;
  });

  it('or to wait for it, or to cancel', async () => {
    const { room, ended, press } = await looping();
    press();
    await until(() => button(room, 'Cancel'));
    button(room, 'Cancel')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await until(() => !button(room, 'Cancel'));
    press();
    await until(() => button(room, 'Run after it'));
    button(room, 'Run after it')?.click();
    expect(room.output).to.equal('on\n');
    room.stop();
    expect((await ended).state).to.equal('stopped');
    await until(() => room.output === 'next\n' && !room.running);
  });
});
