/** Storage that fails, hangs or is slow: what people are told, and what is kept. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { encodeClientMessage } from '../../party/shared/wire/client-message.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;

describe('storage', () => {
  it('that fails is reported, nothing counts as saved, and everything is saved when it works again', async () => {
    w = await World.of(2);
    w.storage.failing = true;
    w.type(0, 'kept');
    await w.settle().catch(() => {});
    assert.deepEqual([session(1).saving, session(0).saved, w.text(1)], [false, false, 'kept']);
    w.storage.failing = false;
    mock.timers.tick(10_000);
    await w.settle();
    mock.timers.tick(10_000);
    await w.settle();
    assert.equal(session(1).saving, true);
    w.agree('kept');
    w.crash();
    await w.settle();
    w.agree('kept');
  });

  it('that hangs is reported, and everything is saved when it continues', async () => {
    w = await World.of(2);
    w.storage.instant = false;
    w.type(0, 'kept');
    w.up(0);
    for (const index of [0, 1]) while (w.wires[index]?.down.length) w.down(index);
    for (let turn = 0; turn < 40; turn++) await Promise.resolve();
    mock.timers.tick(5_001);
    for (const index of [0, 1]) while (w.wires[index]?.down.length) w.down(index);
    assert.deepEqual([session(1).saving, session(0).saved, w.text(1)], [false, false, 'kept']);
    await w.settle();
    assert.deepEqual([session(0).saving, session(0).saved], [true, true]);
  });

  it('that accepts values and then fails to persist them does not make anything count as saved', async () => {
    w = await World.of(1);
    const sync = w.storage.sync.bind(w.storage);
    w.storage.sync = () => Promise.reject(new Error('no space'));
    w.type(0, 'kept');
    await w.settle();
    for (let n = 0; n < 50; n++) {
      mock.timers.tick(10_000);
      await w.settle();
    }
    assert.deepEqual([session(0).saved, session(0).saving], [false, false]);
    w.storage.sync = sync;
    mock.timers.tick(10_000);
    await w.settle();
    w.agree('kept');
    assert.equal(session(0).saving, true);
  });

  it('with a missing part is not loaded, and not overwritten', async () => {
    w = await World.of(1, {}, { historyBytes: 32 * 1024 });
    for (let n = 0; n < 200; n++) {
      w.type(0, 'some words, ');
      await w.settle();
    }
    const all = await w.storage.read('d/1/');
    for (const kind of ['l', 't']) {
      const lost = [...all.keys()].filter((key) => key.startsWith(`d/1/${kind}`)).at(kind === 'l' ? -2 : -1) as string;
      await w.storage.write(new Map([[lost, undefined]]));
      await w.storage.sync();
      w.crash();
      const before = await w.storage.read('');
      await w.back(0);
      w.down(0);
      assert.equal(w.wires[0]?.closeCode, CLOSE.tryAgain, lost);
      assert.deepEqual(await w.storage.read(''), before);
      await w.storage.write(new Map([[lost, all.get(lost)]]));
      await w.storage.sync();
    }
    await w.settle();
    w.agree('some words, '.repeat(200));
  });

  it('does not keep everybody who has ever joined', async () => {
    w = await World.of(1);
    w.type(0, 'author');
    await w.settle();
    for (let n = 0; n < 1_600; n++) {
      const peer = { state: null, send: () => {}, close: () => {} };
      w.lifecycle.connect(peer);
      const hello = { version: 1, token: '', name: '', resume: new Uint8Array(), bookmark: null } as const;
      w.lifecycle.receive(peer, encodeClientMessage({ type: 'hello', ...hello, personKey: `passer-by ${n}` }));
      while (!peer.state) await new Promise((resolve) => setImmediate(resolve));
      w.lifecycle.leave(peer, true);
    }
    const wire = w.wires[0];
    if (wire) wire.down.length = 0;
    w.cut(0);
    await w.settle();
    const rows = async (prefix: string) => (await w.storage.read(prefix)).size;
    assert.ok((await rows('r/')) <= 1_251 && (await rows('p/')) <= 1_251);
    w.crash();
    await w.settle();
    w.agree('author');
    assert.deepEqual(w.names(0), ['Guest 1'], 'whoever has written is remembered');
  });

  it('that cannot be read does not count as an empty room: clients retry, and nothing is written', async () => {
    w = await World.of(1);
    w.type(0, 'precious');
    await w.settle();
    w.crash();
    const read = w.storage.read.bind(w.storage);
    w.storage.read = () => Promise.reject(new Error('unreadable'));
    await w.back(0);
    w.down(0);
    assert.equal(w.wires[0]?.closeCode, CLOSE.tryAgain);
    w.storage.read = read;
    await w.settle();
    w.agree('precious');
  });

  it('restores a long history from keyframe and log', async () => {
    w = await World.of(1);
    for (let n = 0; n < 12_000; n++) {
      w.type(0, n % 50 === 49 ? '\n' : 'abcdefghij'.charAt(n % 10), (n * 7) % (n + 1));
      w.up(0);
      w.down(0);
      if (n % 500 === 0) await w.settle();
    }
    await w.settle();
    const before = w.text(0);
    w.crash();
    await w.settle();
    w.agree(before);
    assert.equal(w.text(await w.join()), before);
  });

  it('admits people who were away longer than the room remembers, with what they wrote meanwhile', async () => {
    w = await World.of(2);
    w.type(0, 'start');
    await w.settle();
    w.cut(1, true);
    w.type(1, '[mine]', 0);
    for (let n = 0; n < 9_000; n++) {
      w.type(0, 'x');
      w.up(0);
      w.down(0);
      if (n % 500 === 0) await w.settle();
    }
    await w.settle();
    await w.back(1);
    await w.settle();
    w.agree(`[mine]start${'x'.repeat(9_000)}`);
    assert.deepEqual(w.refusals, []);
  });
});

describe('a slow disk', () => {
  it('gets later edits in values of the size an engine accepts', async () => {
    w = await World.of(1);
    w.storage.instant = false;
    w.type(0, 'first');
    await w.settle();
    for (let n = 0; n < 20; n++) {
      w.type(0, 'x'.repeat(16_000));
      w.up(0);
      w.down(0);
    }
    await w.settle();
    w.agree(`first${'x'.repeat(320_000)}`);
    const before = w.text(0);
    w.crash();
    await w.settle();
    w.agree(before);
  });
});
