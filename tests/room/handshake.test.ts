/** The handshake: who is admitted, and as whom. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { postChatMessage } from '../../components/session/sync/entries.js';
import { LIMITS } from '../../party/shared/limits.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { sentenceFor } from '../../party/shared/refusals.js';
import { encodeClientMessage } from '../../party/shared/wire/client-message.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;

describe('the handshake', () => {
  it('opens a made room only with its token', async () => {
    w = await World.made();
    await w.join();
    assert.deepEqual([session(0).status, w.wires[0]?.closeCode], ['refused', CLOSE.unauthorized]);
    const other = await World.made();
    const foreign = await other.token('interviewer');
    await w.join({ token: foreign });
    assert.equal(w.wires[1]?.closeCode, CLOSE.unauthorized);
    await w.join({ token: await w.token('candidate', 'Ann') });
    assert.deepEqual([session(2).status, w.names(2)], ['live', ['Ann']]);
  });

  it('opens a room that is made at the same moment only with its token', async () => {
    w = await World.of(0);
    const { lifecycle } = w;
    const make = lifecycle.make.bind(lifecycle);
    // Somebody without a token has found no room; before they open one, it is made.
    lifecycle.make = async (initial, fill) => {
      lifecycle.make = make;
      const room = { title: '', language: 'python', code: '', brief: '', lobby: false, retentionHours: 1, digests: {} };
      assert.ok((await w.command({ type: 'create', ...room })).ok);
      return make(initial, fill);
    };
    await w.join();
    assert.deepEqual([session(0).status, w.wires[0]?.closeCode], ['refused', CLOSE.unauthorized]);
  });

  it('tells the operator of what no sentence to the person explains', async () => {
    const reported: unknown[] = [];
    w = await World.of(0);
    w.lifecycle.settings.reportError = (error) => void reported.push(error);
    w.storage.read = () => Promise.reject(new Error('the disk is gone'));
    await w.join();
    assert.equal(w.wires[0]?.closeCode, CLOSE.tryAgain);
    assert.match(String(reported[0]), /the disk is gone/);
  });

  it('asks whoever said hello in time to try again when the room takes long to load', async () => {
    w = await World.of(0);
    w.storage.read = () => new Promise(() => {});
    const joins = w.join();
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    mock.timers.tick(LIMITS.helloMs);
    await joins;
    assert.deepEqual([w.wires[0]?.closeCode, w.wires[0]?.reason], [CLOSE.tryAgain, sentenceFor('not-loaded')]);
  });

  it('refuses an expired token, and disconnects when a token expires inside', async () => {
    w = await World.made();
    const token = await w.token('candidate');
    await w.join({ token });
    mock.timers.tick(11 * 60_000);
    w.type(0, 'late');
    await w.settle();
    assert.match(w.refusals[0] ?? '', /Your access has run out/);
    assert.deepEqual([w.text(0), session(0).saved, session(0).document.editable], ['late', false, false]);
    await w.lifecycle.wake();
    await w.settle();
    assert.deepEqual([session(0).status, w.wires[0]?.closeCode], ['refused', CLOSE.unauthorized]);
    assert.deepEqual([w.text(0), session(0).document.editable], ['late', false]);
    session(0).setToken(await w.token('candidate'));
    w.cut(0);
    await w.until(() => session(0).status === 'live');
    w.agree('late');
    await w.join({ token });
    assert.equal(w.wires[1]?.closeCode, CLOSE.unauthorized);
  });

  it('answers whoever asks for something with an expired token', async () => {
    w = await World.made();
    await w.join({ token: await w.token('candidate') });
    mock.timers.tick(11 * 60_000);
    const asked = [postChatMessage(session(0).documents, 'late', 'all'), session(0).run.start('python')];
    const refused = Promise.all(asked.map((each) => assert.rejects(each, /Your access has run out/)));
    await w.settle();
    await refused;
  });

  it('accepts a fresh token from a joined person, for the same person only', async () => {
    w = await World.made();
    await w.join({ token: await w.token('candidate', 'Ann') });
    mock.timers.tick(9 * 60_000);
    session(0).setToken(await w.token('interviewer'));
    await w.until(() => w.refusals.length > 0);
    assert.match(w.refusals[0] ?? '', /somebody else/);
    const expiry = async () => [...(await w.existing()).roster.connections.values()][0]?.expiresAt ?? 0;
    const before = await expiry();
    session(0).setToken(await w.token('candidate', 'Ann'));
    let now = before;
    await w.until(() => {
      void expiry().then((expiresAt) => {
        now = expiresAt;
      });
      return now > before;
    });
    mock.timers.tick(5 * 60_000);
    w.type(0, 'still here');
    await w.settle();
    w.agree('still here');
  });

  it('disconnects a client that sends nothing, too much, or another message', async () => {
    w = await World.of(1);
    let said = '';
    const closes = async (frames: Uint8Array[], wait = 0): Promise<number> => {
      let code = 0;
      const close = (given: number, reason: string): void => {
        code = given;
        said = reason;
      };
      const peer = { state: null, send: () => {}, close };
      w.lifecycle.connect(peer);
      for (const frame of frames) w.lifecycle.receive(peer, frame);
      mock.timers.tick(wait);
      await w.settle();
      return code;
    };
    assert.equal(await closes([], 5_001), CLOSE.helloTimeout);
    assert.equal(await closes([new Uint8Array([8, 0])]), CLOSE.malformed);
    assert.equal(await closes([new Uint8Array([1])]), CLOSE.malformed);
    assert.equal(await closes([new Uint8Array(5_000)]), CLOSE.malformed);
    assert.equal(await closes([new Uint8Array([1, 99, 0, 0, 0, 0, 0])]), CLOSE.version);
    const hello = { type: 'hello', version: 1, token: '', personKey: 'mallory', resume: new Uint8Array() } as const;
    const named = (length: number) => encodeClientMessage({ ...hello, name: 'x'.repeat(length), bookmark: null });
    assert.equal(await closes([named(4_000)]), 0, 'a long name is cut');
    assert.equal(await closes([named(4_100)]), CLOSE.malformed);
    assert.equal(said, 'The token or the name is too long: a hello holds at most 4 KiB.');
    assert.equal(await closes([named(64 * 1024)]), CLOSE.malformed);
    assert.equal(await closes([named(3), named(3)]), CLOSE.malformed);
    assert.match(said, /A hello comes once/);
  });

  it('refuses the newcomer to a full room, never those inside', async () => {
    w = await World.of(2, {}, { editors: 2 });
    await w.join();
    assert.deepEqual([session(2).status, w.wires[2]?.closeCode], ['refused', CLOSE.full]);
    assert.match(session(2).refusal, /full/);
    assert.deepEqual([session(0).status, session(1).status], ['live', 'live']);
  });

  it('recognises one person with two tabs, and a returning person', async () => {
    w = await World.of(1, { personKey: 'ann', name: 'Ann' });
    await w.join({ personKey: 'ann' });
    assert.deepEqual(w.names(0), ['Ann']);
    w.vanish(0);
    w.vanish(1);
    await w.join({ personKey: 'bob' });
    const again = await w.join({ personKey: 'ann' });
    assert.equal(session(again).self?.name, 'Ann');
  });

  it('admits a returning session although the room is full, and closes its older connection', async () => {
    w = await World.of(1, {}, { editors: 1, connectionsPerPerson: 1 });
    const older = w.wires[0];
    assert.ok(older);
    // The network has died without a word: the room still holds the older connection.
    older.open = false;
    w.type(0, 'x');
    await w.settle();
    assert.deepEqual([session(0).status, older.closeCode], ['live', CLOSE.superseded]);
    w.agree('x');
  });
});
