// Delays that are too long for a timer, in programs in JavaScript: Node tells of them.
import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import type { Process } from '../../components/runner/worker/javascript/node/process.js';

// What a worker has, and Node's threads only.
Reflect.set(globalThis, 'postMessage', () => undefined);
const channels: MessageChannel[] = [];
const { MessageChannel: Channel } = globalThis;
globalThis.MessageChannel = class extends Channel {
  constructor() {
    super();
    channels.push(this);
  }
};
after(() => {
  for (const { port1 } of channels) port1.close();
});

const { Loop } = await import('../../components/runner/worker/javascript/loop.js');
const { warnOfOverflow } = await import('../../components/runner/worker/javascript/timers.js');

const SENTENCE = (delay: unknown) =>
  `${delay} does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.`;

function world(process?: Partial<Process>) {
  const printed: string[] = [];
  const loop = new Loop();
  const output = { write: (_kind: string, text: string) => void printed.push(text) };
  warnOfOverflow(loop, output as never, process as Process | undefined);
  const delays = (given: unknown[]) => {
    const timers = given.map((delay) => loop.timeout(() => {}, delay));
    for (const timer of timers) timer.close();
    return timers.map(({ delay }) => delay);
  };
  return { delays, printed };
}

it('are 1 ms, with a warning', async () => {
  const { delays, printed } = world();
  assert.deepEqual(delays([2 ** 31, Number.POSITIVE_INFINITY]), [1, 1]);
  assert.deepEqual(delays([2 ** 31 - 1, -1, Number.NaN, undefined]), [2 ** 31 - 1, 1, 1, 1]);
  for (let tries = 0; printed.length < 2 && tries < 200; tries++)
    await new Promise((resolve) => setTimeout(resolve, 10));
  const lines = ['2147483648', 'Infinity'].map((delay) => `(node:1) TimeoutOverflowWarning: ${SENTENCE(delay)}\n`);
  assert.deepEqual(printed, lines);
});

it('are told to the program’s handlers too', () => {
  const warned: unknown[][] = [];
  const { delays, printed } = world({ emitWarning: (...given) => void warned.push(given) });
  delays([1e12]);
  assert.deepEqual([warned, printed], [[[SENTENCE(1e12), 'TimeoutOverflowWarning']], []]);
});
