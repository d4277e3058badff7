/** An address that keeps sending after it was disconnected gets no socket for a minute. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { LateFrames } from '../../party/engine/late-frames.js';
import { FloodingAddresses } from '../../party/rate/flooding-addresses.js';

describe('an address that keeps sending', () => {
  it('is blocked for a minute after the last frame', () => {
    let now = 0;
    const flooding = new FloodingAddresses(() => now);
    assert.ok(!flooding.has('192.0.2.1'));
    flooding.add('192.0.2.1');
    assert.deepEqual([flooding.has('192.0.2.1'), flooding.has('192.0.2.2')], [true, false]);
    now = 59_999;
    flooding.add('192.0.2.1');
    now = 119_998;
    assert.ok(flooding.has('192.0.2.1'));
    now = 119_999;
    assert.ok(!flooding.has('192.0.2.1'));
  });

  it('is not blocked for longer when a clock that was ahead has been set back', () => {
    let now = 3_600_000;
    const flooding = new FloodingAddresses(() => now);
    flooding.add('192.0.2.1');
    now = 0;
    assert.ok(!flooding.has('192.0.2.1'));
    flooding.add('192.0.2.1');
    assert.ok(flooding.has('192.0.2.1'));
  });

  it('that is unknown blocks nobody', () => {
    const flooding = new FloodingAddresses();
    for (const address of [null, undefined, '']) flooding.add(address);
    assert.ok(!flooding.has(null) && !flooding.has(''));
  });

  it('is forgotten after ten thousand others, oldest first', () => {
    const flooding = new FloodingAddresses();
    for (let n = 0; n <= 10_000; n++) flooding.add(`address ${n}`);
    assert.deepEqual([flooding.has('address 0'), flooding.has('address 1')], [false, true]);
  });
});

it('frames under way when a connection is closed are no flood, more are', () => {
  mock.timers.enable({ apis: ['Date'] });
  const late = new LateFrames({ lateFramesPerSecond: 10, lateFrameBurst: 100 });
  for (let n = 0; n < 100; n++) assert.ok(!late.tooMany());
  assert.ok(late.tooMany());
  mock.timers.tick(1_000);
  for (let n = 0; n < 10; n++) assert.ok(!late.tooMany());
  assert.ok(late.tooMany());
  mock.timers.reset();
});
