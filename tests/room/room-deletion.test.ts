/** The deletion and expiry of a room, and what is left. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;

describe('the deletion of a room', () => {
  it('does not happen while somebody is in the room', async () => {
    w = await World.made({ retentionHours: 1 });
    await w.join({ token: await w.token('candidate') });
    for (let minutes = 0; minutes < 150; minutes += 30) {
      mock.timers.tick(30 * 60_000);
      await w.lifecycle.wake();
    }
    assert.equal(session(0).status, 'live');
  });

  it('is not undone by a request that was being handled', async () => {
    for (let moment = 0; moment < 8; moment++) {
      w = await World.made();
      await w.join({ token: await w.token('candidate') });
      w.storage.instant = false;
      const deleting = w.lifecycle.delete('deleted');
      for (let turn = 0; turn < moment; turn++) await Promise.resolve();
      void w.lifecycle.exist();
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
      w.lifecycle.receive(w.wires[0] as never, new Uint8Array([14, 7]));
      assert.ok(!w.wires[0]?.down.some((frame) => frame[0] === 80), 'nobody is answered in a room that is ending');
      w.storage.disk(Number.POSITIVE_INFINITY);
      await deleting;
      assert.equal((await w.command({ type: 'exists' })).ok, false);
    }
  });

  it('of a made room is final: nobody joins without a token afterwards', async () => {
    w = await World.made();
    await w.command({ type: 'delete', token: await w.token('interviewer') });
    await w.join();
    assert.deepEqual([session(0).status, w.wires[0]?.closeCode], ['ended', CLOSE.gone]);
    w.crash();
    await w.join();
    assert.equal(session(1).status, 'ended');
  });

  it('happens when the room was not used for its retention time, and leaves nothing', async () => {
    w = await World.made({ retentionHours: 24 });
    await w.join({ token: await w.token('candidate') });
    w.vanish(0);
    mock.timers.tick(25 * 3600_000);
    await w.lifecycle.wake();
    const answer = await w.command({ type: 'exists' });
    assert.deepEqual([answer.ok, !answer.ok && answer.detail], [false, 'This room has expired.']);
    assert.deepEqual([...(await w.storage.read('')).keys()], ['gone']);
  });

  it('by an interviewer is announced to everybody', async () => {
    w = await World.made();
    await w.join({ token: await w.token('candidate') });
    const refused = await w.command({ type: 'delete', token: await w.token('candidate') });
    assert.equal(!refused.ok && refused.status, 403);
    await w.command({ type: 'delete', token: await w.token('interviewer') });
    w.down(0);
    assert.deepEqual([session(0).status, session(0).refusal], ['ended', 'This room has been deleted.']);
  });
});
