/** When a quiet connection is asked for a sign of life, and when it counts as dead. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Heartbeat } from '../../components/session/connection/heartbeat.js';

let now = 0;
let said: string[];
let heartbeat: Heartbeat;

/** Time goes by, and what is due happens in it. */
function pass(ms: number): void {
  for (let left = ms; left > 0; left -= 100) {
    now += Math.min(100, left);
    mock.timers.tick(Math.min(100, left));
  }
}

/** The page sleeps: time goes by, and nothing happens in it. */
function sleep(ms: number): void {
  now += ms;
}

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  mock.method(performance, 'now', () => now);
  said = [];
  heartbeat = new Heartbeat({ ask: () => said.push('ask'), dead: () => said.push('dead') });
});
afterEach(() => {
  heartbeat.stop();
  mock.timers.reset();
  mock.restoreAll();
});

describe('a connection', () => {
  it('is asked after 10 s in which nothing came, and is dead 5 s later', () => {
    heartbeat.said();
    heartbeat.heard();
    pass(9_900);
    assert.deepEqual(said, []);
    pass(200);
    assert.deepEqual(said, ['ask']);
    pass(4_800);
    assert.deepEqual(said, ['ask']);
    pass(200);
    assert.deepEqual(said, ['ask', 'dead']);
    pass(60_000);
    assert.deepEqual(said, ['ask', 'dead']);
  });

  it('lives on when it answers', () => {
    heartbeat.said();
    heartbeat.heard();
    pass(10_000);
    heartbeat.said();
    heartbeat.heard();
    pass(9_900);
    assert.deepEqual(said, ['ask']);
  });

  it('that hears much and says nothing asks all the same: the room takes the silent for gone', () => {
    heartbeat.said();
    for (let second = 0; second < 10; second++) {
      heartbeat.heard();
      pass(1_000);
    }
    assert.deepEqual(said, ['ask']);
  });

  it('of a hidden page is asked after 30 s', () => {
    Object.defineProperty(globalThis, 'document', { value: { visibilityState: 'hidden' }, configurable: true });
    try {
      heartbeat.said();
      heartbeat.heard();
      pass(29_900);
      assert.deepEqual(said, []);
      pass(200);
      assert.deepEqual(said, ['ask']);
    } finally {
      Reflect.deleteProperty(globalThis, 'document');
    }
  });

  it('of a page that slept is given another second: the answer may have come meanwhile', () => {
    heartbeat.check();
    sleep(60_000);
    mock.timers.tick(5_000);
    assert.deepEqual(said, ['ask']);
    heartbeat.said();
    heartbeat.heard();
    pass(9_000);
    assert.deepEqual(said, ['ask']);
  });

  it('of a page that slept is dead when nothing came in that second either', () => {
    heartbeat.check();
    sleep(60_000);
    mock.timers.tick(5_000);
    pass(1_000);
    assert.deepEqual(said, ['ask', 'dead']);
  });

  it('of a page that sleeps again in that second is dead: it is not given one after the other', () => {
    heartbeat.check();
    sleep(60_000);
    mock.timers.tick(5_000);
    sleep(60_000);
    mock.timers.tick(1_000);
    assert.deepEqual(said, ['ask', 'dead']);
  });

  it('that is given up is neither asked nor dead', () => {
    heartbeat.check();
    heartbeat.stop();
    pass(60_000);
    assert.deepEqual(said, ['ask']);
  });
});
