/** Waiting: for time to pass, and for something no longer than it may take. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inTime, sleep } from '../../party/shared/time.js';

describe('what may take so long', () => {
  it('counts when it comes in time, also when it fails', async () => {
    assert.equal(await inTime(Promise.resolve(1), 60_000, () => 2), 1);
    await assert.rejects(
      inTime(Promise.reject(new Error('no')), 60_000, () => 2),
      /no/,
    );
  });

  it('does not when it comes late: something else stands for it, or it counts as failed', async () => {
    const never = new Promise<number>(() => {});
    assert.equal(await inTime(never, 1, () => 2), 2);
    const late = (): never => {
      throw new Error('late');
    };
    await assert.rejects(inTime(never, 1, late), /late/);
  });

  it('may fail later without being heard', async () => {
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
  it('lasts at least as long as it is asked to', async () => {
    const began = performance.now();
    await sleep(20);
    assert.ok(performance.now() - began > 15);
  });

  it('ends early, as failed, when nobody waits for it any more', async () => {
    const end = new AbortController();
    const sleeping = sleep(60_000, end.signal);
    end.abort(new Error('stopped'));
    await assert.rejects(sleeping, /stopped/);
  });
});
