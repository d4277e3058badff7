/** A session and its room: hello, leaving, tokens, names. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Claim, OutboxEntry } from '../../components/session/outbox/outbox.js';
import { Session } from '../../components/session/session.js';
import type { RefusedEvent } from '../../components/session/sync/events.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { REFUSAL_SENTENCES } from '../../party/shared/refusals.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;

describe('a session', () => {
  it('sends nothing before the room has answered its hello, and then only what is still relevant', async () => {
    w = await World.of(2);
    w.cut(1, true);
    const away = session(1);
    const asked: unknown[] = [];
    away.addEventListener('status', () => {
      if (away.status !== 'syncing') return;
      away.document.describe({ language: 'sql' });
      away.rename('Renamed');
      away.run.start('python').catch((error: Error) => asked.push(error.message));
    });
    await w.back(1);
    await w.settle();
    assert.deepEqual([away.status, session(0).document.language], ['live', 'sql']);
    assert.deepEqual(w.names(0), ['Guest 1', 'Renamed']);
    assert.deepEqual(asked, ['The room is not connected. Try again when it is.']);
  });

  it('refuses a room with an invalid id without connecting', async () => {
    for (const room of ['a/b', '../x', '#', ' ', 'é', 'x'.repeat(65)]) {
      const lost = new Session({ host: 'http://world', room });
      // What is wrong with it is found out by a part that is fetched.
      const told = new Promise((resolve) => lost.addEventListener('status', resolve, { once: true }));
      lost.connect();
      await told;
      assert.equal(lost.status, 'refused', room);
      assert.match(lost.refusal, /1 to 64 letters/);
      assert.equal(lost.why.code, 'room-name');
    }
  });

  it('can leave and join again at once', async () => {
    w = await World.of(1);
    session(0).close();
    session(0).connect();
    session(0).close();
    session(0).connect();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(session(0).status, 'connecting');
  });

  it('keeps what was written between leaving and joining again', async () => {
    w = await World.of(2);
    w.cut(0, true);
    w.type(0, 'before ');
    session(0).close();
    w.type(0, 'between ');
    session(0).connect();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(w.text(0), 'before between ');
    w.cut(0);
    await w.back(0);
    await w.settle();
    assert.deepEqual([w.text(0), w.text(1)], ['before between ', 'before between ']);
  });

  describe('with an outbox', () => {
    const transport = () => ({ send: () => {}, reconnect: () => {}, close: () => {} });
    const turn = () => new Promise((resolve) => setImmediate(resolve));

    it('unlocks an entry that comes after it has left', async () => {
      let released = 0;
      let give = (_claim: Claim) => {};
      const outbox = { claim: () => new Promise<Claim>((resolve) => (give = resolve)) };
      const slow = new Session({ host: 'http://world', room: 'world', outbox, transport });
      slow.connect();
      await turn();
      slow.close();
      mock.timers.tick(10_000);
      await turn();
      give({ entry: null, holds: false, keep: async () => {}, release: () => void released++ });
      await turn();
      assert.equal(released, 1);
    });

    for (const [code, forgotten] of [
      ['room-deleted', true],
      ['room-expired', true],
      ['room-over', false],
    ] as const) {
      it(`${forgotten ? 'forgets' : 'keeps'} what could not be sent when it hears: ${REFUSAL_SENTENCES[code]}`, async () => {
        let kept: OutboxEntry | null = null;
        let released = 0;
        const keep = async (entry: OutboxEntry | null) => {
          kept = entry;
        };
        const claim = { entry: null, holds: false, keep, release: () => void released++ };
        w = await World.of(1);
        const index = await w.join({ outbox: { claim: async () => claim } });
        const turnedAway = session(index);
        const types = async (insert: string) => {
          w.type(index, insert);
          mock.timers.tick(1_000);
          await turn();
        };
        w.cut(index, true);
        await types('unsent');
        assert.notEqual(kept, null);
        w.wires[index]?.events.closed(CLOSE.gone, REFUSAL_SENTENCES[code], true);
        while (turnedAway.status !== 'ended') await turn();
        assert.deepEqual([kept === null, released], [forgotten, forgotten ? 1 : 0]);
        await types(', and more');
        assert.equal(w.text(index), 'unsent, and more', 'it stays on the page');
        assert.equal(kept === null, forgotten);
        turnedAway.close();
        await turn();
        assert.deepEqual([kept === null, released], [forgotten, 1]);
      });
    }

    it('joins all the same when that fails', async () => {
      const outbox = { claim: () => Promise.reject(new Error('no disk')) };
      const sent: string[] = [];
      const refused: string[] = [];
      const unlucky = new Session({
        ...{ host: 'http://world', room: 'world', outbox },
        transport: (events) => {
          queueMicrotask(() => events.opened());
          return { ...transport(), send: ({ type }) => void sent.push(type) };
        },
      });
      unlucky.addEventListener('refused', (event) => refused.push((event as RefusedEvent).sentence));
      unlucky.connect();
      await turn();
      await turn();
      assert.deepEqual([sent, refused], [['hello'], []]);
    });
  });

  it('fetches no token after it has left', async () => {
    let asked = 0;
    const getToken = async () => {
      asked++;
      const claims = btoa(JSON.stringify({ sub: 'x', iat: Date.now() / 1000, exp: Date.now() / 1000 + 2 }));
      return `e30.${claims}.x`;
    };
    const lonely = new Session({
      host: 'http://world',
      room: 'world',
      getToken,
      transport: () => ({ send: () => {}, reconnect: () => {}, close: () => {} }),
    });
    lonely.connect();
    lonely.close();
    await new Promise((resolve) => setImmediate(resolve));
    mock.timers.tick(60_000);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(asked, 1);
  });

  it('does not reset a name that was changed in another tab', async () => {
    w = await World.of(2, { personKey: 'ann', name: 'Ann' });
    session(0).rename('Zed');
    await w.settle();
    w.cut(1);
    await w.settle();
    assert.deepEqual(w.names(0), ['Zed']);
  });
});
