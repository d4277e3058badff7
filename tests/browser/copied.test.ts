// What is copied from the output is what the program printed, character for character.
import { expect } from '@esm-bundle/chai';
import type { CodeRoom } from '../../components/code-room.js';
import { clear, inside, open, sandboxUrl, until } from '../fixtures/elements.js';

/** Selects in the output, and copies as the keyboard's command does. */
function copied(from: [Node, number], to: [Node, number]): string {
  getSelection()?.setBaseAndExtent(...from, ...to);
  const clipboardData = new DataTransfer();
  const target = from[0] instanceof Element ? from[0] : (from[0].parentElement as Element);
  const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, composed: true, cancelable: true });
  target.dispatchEvent(event);
  return event.clipboardData?.getData('text/plain') ?? '';
}

function all(room: CodeRoom): string {
  const output = inside(room, 'code-room-output', '.output');
  return copied([output, 0], [output, output.childNodes.length]);
}

async function ran(code: string, language = 'javascript'): Promise<CodeRoom> {
  const room = await open({ runner: sandboxUrl, language });
  room.value = code;
  await room.run();
  await until(() => inside(room, 'code-room-output', '.output > :not(.empty)'), 'nothing is shown');
  return room;
}

describe('copied output', () => {
  afterEach(clear);

  it('is exactly what was printed, errors included', async () => {
    const room = await ran(`console.log('a\\n\\n  b');
      console.error('bad');
      console.log('c'.repeat(30) + '\\x1b[31mred\\x1b[0m');
      for (let i = 0; i < 700; i++) console.log(i);
      throw new Error('x');`);
    await until(() => inside(room, 'code-room-output', '.stderr'));
    const text = all(room);
    expect(text).to.match(/^a\n\n {2}b\nbad\nc{30}red\n0\n1\n/);
    expect(text).not.to.match(/Error output:/);
    expect(text).to.equal(room.output.replace('\x1b[31m', '').replace('\x1b[0m', ''));
  });

  it('is the selected part', async () => {
    const room = await ran(`console.log('one two three')`);
    const walker = document.createTreeWalker(
      inside(room, 'code-room-output', '.output'),
      NodeFilter.SHOW_TEXT,
      (node) => ((node as Text).data.includes('two') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP),
    );
    const node = walker.nextNode() as Text;
    const at = node.data.indexOf('two');
    expect(copied([node, at], [node, at + 3])).to.equal('two');
  });

  it('is cut where the output ends or begins, when the selection goes on', async () => {
    const room = await ran(`console.error('bad'); console.log('one two')`);
    await until(() => inside(room, 'code-room-output', '.stderr'));
    const output = inside(room, 'code-room-output', '.output');
    const summary = inside(room, 'code-room-output', '.summary');
    const input = inside(room, 'code-room-output', 'details');
    const walker = document.createTreeWalker(output, NodeFilter.SHOW_TEXT, (node) =>
      (node as Text).data.includes('bad') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP,
    );
    const bad = walker.nextNode() as Text;
    const at = bad.data.indexOf('ad');
    expect(copied([bad, at], [input, input.childNodes.length])).to.equal('ad\none two\n');
    expect(copied([output, 0], [input, input.childNodes.length])).to.equal(room.output);
    // Drawn upwards, from within the output to above it.
    expect(copied([bad, at + 2], [summary, 0])).to.equal('bad');
  });

  it('has tables as tab-separated text', async () => {
    const room = await ran('SELECT 1 AS a, 2 AS b;', 'sql');
    await until(() => inside(room, 'code-room-output', 'table'));
    expect(all(room)).to.equal('a\tb\n1\t2\n');
  });
});
