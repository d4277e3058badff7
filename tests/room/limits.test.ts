/** Limits of size and rate: what is refused, what is delayed, who is disconnected. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import type { Session } from '../../components/session/session.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { countPlaces } from '../../party/shared/text-change.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;

describe('limits', () => {
  it('the size of a file is limited, and an edit that exceeds it is undone where it was made', async () => {
    w = await World.of(2, {}, { fileBytes: 10 });
    w.type(0, '12345é');
    await w.settle();
    w.type(0, '漢字');
    await w.settle();
    w.agree('12345é');
    assert.match(w.refusals[0] ?? '', /holds at most/);
    w.type(0, '漢');
    await w.settle();
    w.agree('12345é漢');
  });

  it('a paste that does not fit leaves nothing behind', async () => {
    w = await World.of(1, {}, { fileBytes: 30_000 });
    w.type(0, 'x'.repeat(20_000));
    await w.settle();
    w.type(0, 'y'.repeat(30_000));
    await w.settle();
    w.agree('x'.repeat(20_000));
    assert.equal(w.refusals.length, 1);
  });

  it('a connection that the room has closed has no effect any more, whether the client closes it or not', async () => {
    w = await World.of(2);
    const wire = w.wires[1];
    assert.ok(wire);
    w.lifecycle.receive(wire, new Uint8Array([99]));
    assert.equal(wire.closeCode, CLOSE.malformed);
    wire.send({ type: 'rename', name: 'Still here' });
    wire.deliverUp();
    w.down(0);
    assert.deepEqual(w.names(0), ['Guest 1']);
  });

  it('a check is answered with the whole text only now and then', async () => {
    w = await World.of(1);
    w.type(0, 'text');
    await w.settle();
    mock.timers.tick(3_000);
    await w.settle();
    const wire = w.wires[0];
    for (let n = 0; n < 20; n++) wire?.send({ type: 'check', document: 1, version: 1, hash: 0 });
    while (wire && wire.up.length > 0) wire.deliverUp();
    assert.ok((wire?.down.length ?? 0) <= 1);
  });

  it('repeated requests for the whole text are limited, also without the right to read it', async () => {
    w = await World.of(1);
    w.type(0, 'text');
    await w.settle();
    const wire = w.wires[0];
    const ask = (times: number) => {
      for (let n = 0; n < times; n++) {
        mock.timers.setTime(Date.now() + 3_000);
        wire?.send({ type: 'check', document: 1, version: 1, hash: 0 });
        while (wire && wire.up.length > 0) wire.deliverUp();
      }
      return wire?.down.splice(0).length;
    };
    assert.equal(ask(20), 1);
    assert.equal(ask(20), 1, 'a minute later once more');
  });

  it('a lone surrogate is refused', async () => {
    w = await World.of(2);
    w.type(0, 'a😀b');
    await w.settle();
    w.wires[1]?.send({
      type: 'submit',
      document: 1,
      base: 1,
      sequence: 1,
      change: ChangeSet.of({ from: 2, insert: 'x' }, 4),
    });
    await w.settle();
    assert.equal(w.text(0), 'a😀b');
  });

  it('a frame above 64 KiB is refused with a sentence, one above 256 KiB closes the connection', async () => {
    w = await World.of(2);
    w.wires[0]?.up.push(new Uint8Array(70_000).fill(2));
    await w.settle();
    assert.deepEqual(w.refusals, ['A message holds at most 64 KiB. Send it in parts.']);
    w.wires[0]?.up.push(new Uint8Array(300_000).fill(2));
    w.up(0);
    assert.deepEqual([w.wires[0]?.closeCode, w.wires[1]?.closeCode], [CLOSE.tooLarge, 0]);
  });

  it('an edit that would cost the room seconds is refused, so that its sender catches up', async () => {
    w = await World.of(2);
    w.type(0, 'x'.repeat(5_000));
    await w.settle();
    const base = session(0).document.version;
    for (let n = 0; n < 300; n++) {
      w.type(0, 'y');
      w.up(0);
      w.down(0);
    }
    const many = Array.from({ length: 2_000 }, (_, n) => ({ from: n * 2, insert: 'z' }));
    w.wires[1]?.send({ type: 'submit', document: 1, base, sequence: 1, change: ChangeSet.of(many, 5_000) });
    w.up(1);
    assert.equal(w.wires[1]?.closeCode, CLOSE.tryAgain);
  });

  it('a small edit behind edits in very many places is refused, so that its sender catches up', async () => {
    w = await World.of(2);
    w.type(0, 'x'.repeat(5_000));
    await w.settle();
    const base = session(0).document.version;
    const many = Array.from({ length: 2_000 }, (_, n) => ({ from: n * 2, to: n * 2 + 1, insert: 'z' }));
    for (let n = 0; n < 110; n++) {
      session(0).document.edit(ChangeSet.of(many, 5_000));
      w.up(0);
      while (w.wires[0]?.down.length) w.down(0);
    }
    w.wires[1]?.send({
      type: 'submit',
      document: 1,
      base,
      sequence: 1,
      change: ChangeSet.of({ from: 0, insert: 'y' }, 5_000),
    });
    w.up(1);
    assert.equal(w.wires[1]?.closeCode, CLOSE.tryAgain);
  });

  it('an edit of few places that others have split into very many is refused, so that its sender catches up', async () => {
    w = await World.of(2);
    w.type(0, 'x'.repeat(10_000));
    await w.settle();
    const base = session(0).document.version;
    for (let n = 0; n < 2; n++) {
      w.edit(
        0,
        Array.from({ length: 1_500 }, (_, at) => ({ from: at * 6 + n * 3, insert: 'y' })),
      );
      w.up(0);
      while (w.wires[0]?.down.length) w.down(0);
    }
    const change = ChangeSet.of({ from: 0, to: 10_000 }, 10_000);
    w.wires[1]?.send({ type: 'submit', document: 1, base, sequence: 1, change });
    w.up(1);
    assert.equal(w.wires[1]?.closeCode, CLOSE.tryAgain);
    assert.equal((await w.existing()).documents.get(1)?.version, base + 2, 'nothing of it was taken');
    // A session that has caught up takes out the same in parts, and leaves what it has not seen.
    await w.settle();
    w.type(1, '', 0, w.text(1).length);
    await w.settle();
    w.agree('');
  });

  it('the log in memory, and the log read at load, are limited by places, not only by the number of edits', async () => {
    const length = 500_000;
    w = await World.of(1, {}, {});
    w.type(0, 'x'.repeat(length));
    await w.settle();
    for (let n = 0; n < 240; n++) {
      w.edit(
        0,
        Array.from({ length: 2_000 }, (_, at) => ({ from: at * 3, to: at * 3 + 1, insert: String(n % 10) })),
      );
      await w.settle();
    }
    const places = async () => {
      const document = (await w.existing()).documents.get(1);
      return (document?.since(document.floor) ?? []).reduce((sum, { change }) => sum + countPlaces(change), 0);
    };
    assert.ok((await places()) <= 402_000, `${await places()} in memory`);
    w.crash();
    await w.settle();
    w.agree();
    // 64 Ki of work before a whole text is stored, and the batch that made it so.
    assert.ok((await places()) <= 68_000, `${await places()} read`);
  });

  it('edits sent as fast as they are accepted are delayed, never refused', async () => {
    w = await World.of(2, {}, { messagesPerSecond: 60, messageBurst: 120, roomEditsPerSecond: 1_000 });
    for (let n = 0; n < 400; n++) {
      w.type(0, 'x');
      w.up(0);
      w.down(0);
      if (n % 4 === 0) mock.timers.tick(1);
    }
    assert.ok(w.text(1).length < 230 && w.wires[0]?.closeCode === 0);
    for (let n = 0; n < 60; n++) {
      mock.timers.tick(20);
      await w.settle();
    }
    w.agree('x'.repeat(400));
    assert.deepEqual(w.refusals, []);
  });

  it('the total rate of edits is limited: further ones are delayed, and none is lost', async () => {
    w = await World.of(4, {}, { roomEditsPerSecond: 10 });
    const taken = async () => (await w.existing()).documents.get(1)?.version;
    const all = () => {
      for (const index of [0, 1, 2]) {
        w.up(index);
        while (w.wires[index]?.down.length) w.down(index);
      }
    };
    for (let n = 0; n < 5; n++) {
      for (const index of [0, 1, 2]) w.type(index, 'x', 0);
      all();
    }
    assert.equal(await taken(), 10, 'nobody alone is too fast');
    mock.timers.tick(100);
    all();
    assert.equal(await taken(), 11);
    for (let n = 0; n < 10; n++) {
      mock.timers.tick(100);
      await w.settle();
    }
    w.agree('x'.repeat(15));
    assert.deepEqual(w.refusals, []);
  });

  it('edits of very many places are delayed', async () => {
    w = await World.of(2, {}, { placesPerSecond: 100, placeBurst: 400 });
    w.type(0, 'x'.repeat(1_000));
    await w.settle();
    const edit = (insert: string) => {
      w.edit(
        0,
        Array.from({ length: 300 }, (_, n) => ({ from: n * 3, to: n * 3 + 1, insert })),
      );
      w.up(0);
      while (w.wires[0]?.down.length) w.down(0);
    };
    edit('y');
    edit('z');
    w.type(1, 'at once ', 0);
    await w.settle();
    assert.equal(w.text(1), `at once ${'yxx'.repeat(300)}${'x'.repeat(100)}`);
    // One place of the first text, and 600 since: 201 more than there were.
    mock.timers.tick(2_009);
    await w.settle();
    assert.equal(session(0).saved, false);
    mock.timers.tick(1);
    await w.settle();
    w.agree(`at once ${'zxx'.repeat(300)}${'x'.repeat(100)}`);
  });

  it('an edit is delayed after its author made the room map over very many places', async () => {
    w = await World.of(2, {}, { placesPerSecond: 1_000, placeBurst: 1_500 });
    w.type(0, 'x'.repeat(3_000));
    await w.settle();
    const taken = async () => (await w.existing()).documents.get(1)?.version ?? 0;
    const base = await taken();
    for (let n = 0; n < 16; n++) {
      mock.timers.tick(1_000);
      w.edit(
        0,
        Array.from({ length: 1_000 }, (_, at) => ({ from: at * 3, to: at * 3 + 1, insert: 'y' })),
      );
      await w.settle();
    }
    const edit = (sequence: number, base: number, at: number) => {
      const change = ChangeSet.of({ from: at, insert: '!' }, at);
      w.wires[1]?.send({ type: 'submit', document: 1, base, sequence, change });
      w.up(1);
    };
    edit(1, base, 3_000);
    assert.equal(await taken(), base + 17, 'it is taken at once');
    edit(2, base + 17, 3_001);
    assert.equal(await taken(), base + 17, 'a tenth of 16,016 places is more than 1,500');
    mock.timers.tick(200);
    assert.equal(await taken(), base + 18);
  });

  for (const [what, limits] of Object.entries({
    'edits a second': { messagesPerSecond: 1, messageBurst: 1 },
    'places a second': { placesPerSecond: 1, placeBurst: 1 },
    'bytes an hour': { writtenBytesPerHour: 36_000 },
    'edits of everybody': { roomEditsPerSecond: 1 },
  })) {
    it(`a delayed edit counts once, however often its author reconnects with it: ${what}`, async () => {
      w = await World.of(2, {}, limits);
      w.type(1, 'x'.repeat(36_000));
      await w.settle();
      mock.timers.tick(1_000);
      await w.settle();
      for (let n = 0; n < 3; n++) w.type(1, '!');
      await w.settle();
      assert.equal(session(1).saved, false, 'it waits');
      for (let n = 0; n < 20; n++) {
        w.cut(1);
        await w.settle();
      }
      mock.timers.tick(3_000);
      await w.settle();
      w.agree(`${'x'.repeat(36_000)}!!!`);
    });
  }

  it('a second edit before the first was accepted is a flood, and a delayed edit of somebody who leaves is dropped', async () => {
    w = await World.of(2, {}, { messagesPerSecond: 1, messageBurst: 1 });
    const edit = (sequence: number) =>
      w.wires[1]?.send({
        type: 'submit',
        document: 1,
        base: 0,
        sequence,
        change: ChangeSet.of({ from: 0, insert: 'x' }, 0),
      });
    for (let sequence = 1; sequence < 4; sequence++) edit(sequence);
    for (let n = 0; n < 3; n++) w.up(1);
    assert.deepEqual([w.wires[1]?.closeCode, w.wires[0]?.closeCode], [CLOSE.flood, 0]);
    mock.timers.tick(5_000);
    w.down(0);
    await w.settle();
    assert.equal((await w.existing()).documents.get(1)?.version, 1);
  });

  it('refused edits use nobody’s turn, and are counted', async () => {
    w = await World.made({}, { messagesPerSecond: 1, messageBurst: 100, roomEditsPerSecond: 10 });
    await w.join({ token: await w.token('candidate') });
    await w.join({ token: await w.token('observer') });
    const change = ChangeSet.of({ from: 0, insert: 'x' }, 0);
    for (let n = 0; n < 120; n++)
      w.wires[1]?.send({ type: 'submit', document: 1_000 + n, base: 0, sequence: 1, change });
    for (let n = 0; n < 99; n++) w.up(1);
    w.type(0, 'in time');
    await w.settle();
    w.agree('in time');
    w.wires[1]?.send({ type: 'ping', nonce: 1 });
    for (let n = 0; n < 22; n++) w.up(1);
    assert.equal(w.wires[1]?.closeCode, CLOSE.flood);
  });

  it('reconnecting does not reset the rate limits', async () => {
    w = await World.of(2, {}, { messagesPerSecond: 1, messageBurst: 40 });
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 25; n++) w.wires[1]?.send({ type: 'ping', nonce: n });
      const wire = w.wires[1];
      while (wire && wire.up.length > 0) wire.deliverUp();
      assert.equal(wire?.closeCode, round === 0 ? 0 : CLOSE.flood);
      w.cut(1);
      await w.back(1);
    }
  });

  it('somebody who writes very much in an hour gets a notice and is slowed down; nobody else is', async () => {
    w = await World.of(2, {}, { writtenBytesPerHour: 40_000 });
    for (let n = 0; n < 3; n++) {
      w.type(0, '0123456789abcde\n'.repeat(1_000), 0);
      w.up(0);
      while (w.wires[0]?.down.length) w.down(0);
    }
    w.type(1, 'quick ', 0);
    await w.settle();
    assert.match(w.refusals.join(), /^You have written a lot in the last hour[^.]*\. Nothing is lost\.$/);
    assert.deepEqual([session(0).saved, session(1).saved], [false, true]);
    mock.timers.tick(15 * 60_000);
    await w.settle();
    w.agree();
    assert.equal(w.text(0).length, 48_006);
  });

  it('cursors do not count as messages, but by their bytes and a constant', async () => {
    w = await World.of(2, {}, { messagesPerSecond: 1, messageBurst: 5, bytesPerSecond: 2_000 });
    const point = (times: number) => {
      for (let n = 0; n < times; n++) w.wires[1]?.send({ type: 'point', document: 1, version: 0, anchor: 0, head: 0 });
      const wire = w.wires[1];
      while (wire && wire.up.length > 0) wire.deliverUp();
      return wire?.closeCode;
    };
    // 8,000 bytes at once, of 6 and 64 each.
    assert.equal(point(100), 0);
    assert.equal(point(20), CLOSE.flood);
  });

  it('bytes per second are limited, however few the messages', async () => {
    w = await World.of(2, {}, { bytesPerSecond: 1_000 });
    const says = () => {
      w.wires[1]?.send({ type: 'rename', name: 'x'.repeat(1_900) });
      w.up(1);
      return w.wires[1]?.closeCode;
    };
    assert.deepEqual([says(), says()], [0, 0]);
    mock.timers.tick(2_000);
    assert.deepEqual([says(), says()], [0, CLOSE.flood]);
    assert.equal(w.wires[0]?.closeCode, 0);
  });

  it('an edit in many parts is slowed down like many edits, and never refused', async () => {
    w = await World.of(2, {}, { messagesPerSecond: 1, messageBurst: 2, bytesPerSecond: 1_000 });
    w.type(0, 'ab'.repeat(10_000));
    await w.settle();
    w.edit(
      0,
      Array.from({ length: 10_000 }, (_, n) => ({ from: n * 2, to: n * 2 + 1, insert: 'c' })),
    );
    for (let n = 0; n < 10 && !session(0).saved; n++) {
      await w.settle();
      assert.equal(w.wires[0]?.closeCode, 0);
      mock.timers.tick(1_000);
    }
    w.agree('cb'.repeat(10_000));
  });

  it('a flood closes its own connection only', async () => {
    w = await World.of(2, {}, { messagesPerSecond: 60, messageBurst: 120 });
    for (let n = 0; n < 130; n++) w.wires[1]?.send({ type: 'ping', nonce: n });
    const wire = w.wires[1];
    while (wire && wire.up.length > 0) wire.deliverUp();
    assert.deepEqual([wire?.closeCode, w.wires[0]?.closeCode], [CLOSE.flood, 0]);
  });
});
