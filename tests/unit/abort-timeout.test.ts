// Signals that abort after a while, in programs in JavaScript: as in Node, whatever the engine says.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { installGlobals } from '../../components/runner/worker/javascript/globals.js';
import type { Loop } from '../../components/runner/worker/javascript/loop.js';

const timers: { call(): void; delay: unknown; waitedFor: boolean }[] = [];
installGlobals({
  timeout: (call: () => void, delay: unknown) => {
    const timer = { call, delay, waitedFor: true };
    timers.push(timer);
    const unref = () => {
      timer.waitedFor = false;
    };
    return { unref };
  },
} as unknown as Loop);

it('have Node’s reason, and nobody waits for them', () => {
  const signal = AbortSignal.timeout(20);
  const [timer] = timers;
  assert.deepEqual([signal.aborted, timer?.delay, timer?.waitedFor], [false, 20, false]);
  timer?.call();
  const { name, message, code } = signal.reason;
  assert.deepEqual([name, message, code], ['TimeoutError', 'The operation was aborted due to timeout', 23]);
});

it('want a whole number of milliseconds', () => {
  const refused = (delay: unknown) => {
    try {
      AbortSignal.timeout(delay as number);
      return '';
    } catch (error) {
      return (error as Error & { code: string }).message;
    }
  };
  const range = 'The value of "delay" is out of range. It must be';
  assert.equal(refused('x'), `The "delay" argument must be of type number. Received type string ('x')`);
  assert.equal(refused(1.5), `${range} an integer. Received 1.5`);
  assert.equal(refused(-1), `${range} >= 0 && <= 4294967295. Received -1`);
  assert.equal(refused(2 ** 33), `${range} >= 0 && <= 4294967295. Received 8_589_934_592`);
});
