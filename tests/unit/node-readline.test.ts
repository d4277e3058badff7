// Node's `readline` for programs in JavaScript: whoever asks is answered, also after a pause.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { InputPrompts } from '../../components/runner/worker/input-prompts.js';
import type { Loop } from '../../components/runner/worker/javascript/loop.js';
import { nodeParts } from '../fixtures/node-parts.js';

const { events, input, readline: parts } = await nodeParts();
const loop = { read: (call: () => void) => void setImmediate(call) } as unknown as Loop;

function world(answers: string[]) {
  const printed: string[] = [];
  const output = { write: (_kind: string, text: string) => void printed.push(text), flush: () => undefined };
  const prompts = {
    askOrEnd: (question: string) => {
      output.write('stdout', question);
      return answers.shift();
    },
  } as unknown as InputPrompts;
  return { readline: parts.createReadline(new input.NodeInput('', output, prompts), output, loop), printed };
}

it('asks again after each line that paused it', async () => {
  const { readline, printed } = world(['a\n', 'b\n']);
  const lines = readline.createInterface();
  lines.on('pause', () => printed.push('[pause]')).on('resume', () => printed.push('[resume]'));
  lines.on('line', (line: string) => {
    printed.push(line);
    if (line === 'b') return lines.close();
    lines.pause();
    setTimeout(() => lines.prompt(), 5);
  });
  lines.prompt();
  await new Promise<void>((resolve) => lines.on('close', () => resolve()));
  assert.equal(printed.filter(Boolean).join(' '), '>  a [pause] [resume] >  b');
});

it('asks a question after a pause, with callbacks and promises', async () => {
  const { readline, printed } = world(['Ada\n', 'Bob\n']);
  const lines = readline.createInterface();
  lines.pause();
  assert.equal(await new Promise((resolve) => lines.question('Name? ', resolve)), 'Ada');
  const later = readline.promises.createInterface();
  later.pause();
  assert.equal(await later.question('And? '), 'Bob');
  assert.equal(printed.join(''), 'Name? And? ');
});

it('reads characters of a stream whole, and nothing after it was closed', async () => {
  const { readline } = world([]);
  const stream = new events.EventEmitter();
  const lines = readline.createInterface(stream);
  const told: string[] = [];
  lines.on('line', (line: string) => {
    told.push(line);
    if (line === 'c') lines.close();
  });
  const bytes = new TextEncoder().encode('né\r\nb€\nc\n');
  for (let at = 0; at < bytes.length; at++) stream.emit('data', bytes.subarray(at, at + 1));
  stream.emit('data', 'd\n');
  stream.emit('data', 'e');
  stream.emit('end');
  assert.deepEqual(told, ['né', 'b€', 'c']);
});

it('pauses the stream that it reads', () => {
  const { readline } = world([]);
  const calls: string[] = [];
  const stream = Object.assign(new events.EventEmitter(), {
    pause: () => void calls.push('pause'),
    resume: () => void calls.push('resume'),
  });
  const lines = readline.createInterface(stream);
  lines.pause();
  lines.resume();
  lines.close();
  assert.deepEqual(calls, ['pause', 'resume', 'pause']);
});

it('writes what moves the cursor as Node does, to whichever stream', async () => {
  const { readline } = world([]);
  const { PassThrough } = await import('node:stream');
  const node = await import('node:readline');
  const { Readline } = await import('node:readline/promises');
  const told = (from: typeof node, all: typeof Readline) => {
    const stream = new PassThrough();
    const heard: unknown[] = [];
    for (const direction of [-1, 0, 1]) heard.push(from.clearLine(stream, direction as 0));
    heard.push(from.clearScreenDown(stream), from.cursorTo(stream, 3), from.cursorTo(stream, 3, 4));
    heard.push(from.cursorTo(stream, 0, (() => heard.push('called')) as never), from.moveCursor(stream, 2, -3));
    heard.push(from.moveCursor(stream, -2, 1), from.moveCursor(stream, 0, 0));
    for (const wrong of [() => from.cursorTo(stream, Number.NaN), () => from.cursorTo(stream, 'a' as never, 1)])
      try {
        wrong();
      } catch (error) {
        heard.push((error as Error).message, (error as { code: string }).code);
      }
    const lines = new all(stream).clearLine(0).cursorTo(1, 2).moveCursor(1, 1).clearScreenDown();
    const before = String(stream.read());
    void lines.commit();
    return [...heard, before, String(stream.read())];
  };
  const ours = readline as unknown as typeof node;
  assert.deepEqual(told(ours, readline.promises.Readline as unknown as typeof Readline), told(node, Readline));
});
