/** The idle timeout: a connection that is lost without a close frame is closed in time. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;

describe('a connection that is lost without a close frame', () => {
  it('is removed after 35 s, and takes no place until then', async () => {
    w = await World.of(2, {}, { silenceMs: 35_000, editors: 2 });
    w.type(1, 'x');
    await w.settle();
    // Held open: nothing arrives any more, and nobody is told.
    w.wires[1] = null;
    mock.timers.tick(20_000);
    w.wires[0]?.send({ type: 'ping', nonce: 1 });
    await w.settle();
    assert.equal(w.names(0).length, 2);
    const wakes = w.clock.alarm - Date.now();
    assert.ok(wakes > 0 && wakes <= 15_001, `the room wakes in ${wakes} ms`);
    mock.timers.tick(wakes);
    await w.lifecycle.wake();
    await w.settle();
    assert.deepEqual(w.names(0), ['Guest 1']);
    await w.join();
    assert.deepEqual(w.names(0).length, 2);
  });

  it('is removed in time even if the room was out of memory', async () => {
    w = await World.of(2, {}, { silenceMs: 35_000 });
    mock.timers.tick(20_000);
    for (const wire of w.wires) if (wire) wire.up.length = 0;
    w.wires[0]?.send({ type: 'ping', nonce: 1 });
    await w.settle();
    const alarm = w.clock.alarm;
    assert.ok(await w.hibernate());
    mock.timers.tick(alarm - Date.now());
    await w.lifecycle.wake();
    assert.deepEqual([w.wires[0]?.closeCode, w.wires[1]?.closeCode], [0, CLOSE.tryAgain]);
  });

  it('keeps no newcomer out before it is noticed', async () => {
    w = await World.of(1, { personKey: 'ann' }, { silenceMs: 35_000, editors: 1 });
    w.wires[0] = null;
    mock.timers.tick(36_000);
    await w.join({ personKey: 'bob' });
    assert.equal(session(1).status, 'live');
  });

  it('does not keep its room in memory', async () => {
    w = await World.made({ retentionHours: 1 }, { silenceMs: 35_000 });
    await w.join({ token: await w.token('candidate') });
    w.wires[0] = null;
    mock.timers.tick(61 * 60_000);
    await w.lifecycle.wake();
    assert.equal((await w.command({ type: 'exists' })).ok, false);
  });
});
