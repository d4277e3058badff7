/** Sleeping, and timeouts of promises. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inTime, sleep } from '../../party/shared/time.js';

describe('a timeout', () => {
  it('returns the result if it arrives in time, also a failure', async () => {
    assert.equal(await inTime(Promise.resolve(1), 60_000, () => 2), 1);
    await assert.rejects(
      inTime(Promise.reject(new Error('no')), 60_000, () => 2),
      /no/,
    );
  });

  it('otherwise returns the substitute, or rejects', async () => {
    const never = new Promise<number>(() => {});
    assert.equal(await inTime(never, 1, () => 2), 2);
    const late = (): never => {
      throw new Error('late');
    };
    await assert.rejects(inTime(never, 1, late), /late/);
  });

  it('ignores a later failure', async () => {
    let fail: (error: Error) => void = () => {};
    const failing = new Promise<number>((_, reject) => {
      fail = reject;
    });
    assert.equal(await inTime(failing, 1, () => 2), 2);
    fail(new Error('unheard'));
    await sleep(1);
  });
});

describe('a sleep', () => {
  it('lasts at least as long as requested', async () => {
    const began = performance.now();
    await sleep(20);
    assert.ok(performance.now() - began > 15);
  });

  it('rejects early when it is aborted', async () => {
    const end = new AbortController();
    const sleeping = sleep(60_000, end.signal);
    end.abort(new Error('stopped'));
    await assert.rejects(sleeping, /stopped/);
  });

  it('is over at once when it is no longer wanted, and leaves nothing behind at the signal', async () => {
    await assert.rejects(sleep(60_000, AbortSignal.abort(new Error('gone'))), /gone/);
    const waiting = new AbortController();
    const slept = sleep(60_000, waiting.signal);
    waiting.abort(new Error('gone'));
    await assert.rejects(slept, /gone/);
    const kept = new AbortController();
    const listeners = new Set<unknown>();
    const { signal } = kept;
    signal.addEventListener = (_: string, listener: unknown) => void listeners.add(listener);
    signal.removeEventListener = (_: string, listener: unknown) => void listeners.delete(listener);
    await sleep(1, signal);
    assert.equal(listeners.size, 0);
  });
});
