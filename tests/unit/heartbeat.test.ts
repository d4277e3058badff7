/** When a quiet connection is pinged, and when it counts as dead. */
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
  it('is pinged after 10 s without a message, and counts as dead 5 s later', () => {
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

  it('stays when it answers', () => {
    heartbeat.said();
    heartbeat.heard();
    pass(10_000);
    heartbeat.said();
    heartbeat.heard();
    pass(9_900);
    assert.deepEqual(said, ['ask']);
  });

  it('pings even while it receives, because the room disconnects peers that send nothing', () => {
    heartbeat.said();
    for (let second = 0; second < 10; second++) {
      heartbeat.heard();
      pass(1_000);
    }
    assert.deepEqual(said, ['ask']);
  });

  it('of a hidden page is pinged after 30 s', () => {
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

  it('of a suspended page gets another second, because the answer may have arrived meanwhile', () => {
    heartbeat.check();
    sleep(60_000);
    mock.timers.tick(5_000);
    assert.deepEqual(said, ['ask']);
    heartbeat.said();
    heartbeat.heard();
    pass(9_000);
    assert.deepEqual(said, ['ask']);
  });

  it('of a suspended page counts as dead when nothing arrives in that second either', () => {
    heartbeat.check();
    sleep(60_000);
    mock.timers.tick(5_000);
    pass(1_000);
    assert.deepEqual(said, ['ask', 'dead']);
  });

  it('of a page that is suspended again in that second counts as dead: it gets no further second', () => {
    heartbeat.check();
    sleep(60_000);
    mock.timers.tick(5_000);
    sleep(60_000);
    mock.timers.tick(1_000);
    assert.deepEqual(said, ['ask', 'dead']);
  });

  it('that is closed is not pinged and not reported', () => {
    heartbeat.check();
    heartbeat.stop();
    pass(60_000);
    assert.deepEqual(said, ['ask']);
  });
});
