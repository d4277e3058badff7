// Output behind a promise that was printed: in order, never more of it held than a room can take, and shown before somebody is asked.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WorkerMessage } from '../../components/runner/messages.js';
import { CappedOutput } from '../../components/runner/worker/capped-output.js';
import type { InputPrompts } from '../../components/runner/worker/input-prompts.js';
import { createConsole } from '../../components/runner/worker/javascript/console.js';
import { HeldOutput } from '../../components/runner/worker/javascript/held-output.js';
import { createInspection } from '../../components/runner/worker/javascript/inspect.js';
import { NodeInput } from '../../components/runner/worker/javascript/node/input.js';
import { Trace } from '../../components/runner/worker/javascript/trace.js';

function open(limit = 65_536) {
  const posted: WorkerMessage[] = [];
  const output = new CappedOutput((message) => posted.push(message), limit);
  const held = new HeldOutput(output, (text) => text);
  const shown = () => posted.flatMap((message) => (message.type === 'output' ? [message.chunk.text] : [])).join('');
  const previewed = () => {
    const texts = posted.flatMap((message) => (message.type === 'tail' ? message.chunks.map(({ text }) => text) : []));
    return texts.reduce((sum, text) => sum + text.length, 0);
  };
  return { posted, held, shown, previewed };
}

describe('held output', () => {
  it('waits for what a promise became, and what follows waits with it', async () => {
    const { held, shown } = open();
    held.writeLater('stdout', 'Promise { <pending> }\n', () => "Promise { 'done' }\n");
    held.write('stdout', 'next\n');
    assert.equal(shown(), '');
    await Promise.resolve();
    assert.equal(shown(), "Promise { 'done' }\nnext\n");
  });

  it('is not sent again with every line of thousands, nor with every long text', () => {
    for (const [lines, length] of [
      [5_000, 10],
      [60, 20_000],
    ] as const) {
      const { held, shown, previewed } = open(10_000_000);
      held.writeLater('stdout', 'Promise { <pending> }\n', () => "Promise { 'done' }\n");
      const text = 'x'.repeat(length);
      for (let line = 0; line < lines; line++) held.write('stdout', text);
      held.flush();
      assert.equal(shown(), `Promise { <pending> }\n${text.repeat(lines)}`);
      assert.ok(previewed() < 10 * lines * length, `${previewed()} characters were sent for ${lines * length}`);
    }
  });

  it('takes no place of the end of an output that is too long to be streamed', async () => {
    const { held, posted } = open(100);
    held.writeLater('stdout', 'pending', () => 'x'.repeat(200));
    const between = Promise.resolve().then(() => {
      const before = posted.length;
      held.write('stdout', 'between\n');
      return posted.slice(before);
    });
    held.writeLater('stdout', 'late', () => 'late\n');
    assert.deepEqual(await between, []);
    held.flush();
  });

  it('stands where it was printed, in a group that has ended since, too', async () => {
    const { held, shown } = open();
    const trace = new Trace('main.js');
    const inspection = createInspection(trace);
    const console = createConsole(held, { trace, deep: () => inspection, later: () => {} });
    console.group('group');
    console.log(Promise.resolve({ a: 1 }));
    console.groupEnd();
    console.log(Promise.resolve(2));
    console.group();
    await null;
    assert.equal(shown(), 'group\n  Promise { { a: 1 } }\nPromise { 2 }\n');
  });

  it('is shown before a prompt', () => {
    const { held, shown } = open();
    const asked: string[] = [];
    const askOrEnd = (prompt: string) => {
      asked.push(`${shown()}|${prompt}`);
      return '2\n';
    };
    const input = new NodeInput('', held, { askOrEnd } as InputPrompts);
    held.writeLater('stdout', 'Promise { <pending> }\n', () => '');
    held.write('stdout', 'menu\n');
    input.ask('Which? ');
    held.writeLater('stdout', 'Promise { 2 }\n', () => '');
    input.line();
    const menu = 'Promise { <pending> }\nmenu\n';
    assert.deepEqual(asked, [`${menu}|Which? `, `${menu}Promise { 2 }\n|`]);
  });
});
