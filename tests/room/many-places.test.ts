/** Edits in very many places arrive completely or not at all, at a real room's rate limits; refused ones are offered to their author. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { ChangeSet, type ChangeSpec, Text } from '@codemirror/state';
import type { OutboxEntry } from '../../components/session/outbox/outbox.js';
import type { Session } from '../../components/session/session.js';
import { RefusedEvent } from '../../components/session/sync/events.js';
import { LIMITS } from '../../party/shared/limits.js';
import { CLOSE } from '../../party/shared/protocol.js';
import { applyChange } from '../../party/shared/text-change.js';
import { amount } from '../amount.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

/** As rooms are: nothing is lifted. */
const real = {
  messagesPerSecond: LIMITS.messagesPerSecond,
  messageBurst: LIMITS.messageBurst,
  bytesPerSecond: LIMITS.bytesPerSecond,
  placesPerSecond: LIMITS.placesPerSecond,
  placeBurst: LIMITS.placeBurst,
  writtenBytesPerHour: LIMITS.writtenBytesPerHour,
  roomEditsPerSecond: LIMITS.roomEditsPerSecond,
};

let w: World;
const session = (index: number): Session => w.sessions[index] as Session;

/** Goes on until everybody has everything, or `most` seconds have passed; nobody is cut off on the way, and no frame is too large. */
async function arrive(most = 120): Promise<number> {
  for (let half = 0; half <= most * 2; half++) {
    for (const wire of w.wires) {
      const large = wire?.up.find((frame) => frame.length > LIMITS.frameBytes);
      assert.equal(large, undefined, `a frame of ${large?.length} bytes`);
    }
    await w.settle();
    for (const wire of w.wires) assert.equal(wire?.closeCode, 0, wire?.reason);
    if (w.sessions.every(({ saved }) => saved)) return half / 2;
    mock.timers.tick(500);
  }
  throw new Error(`Not in ${most} s.`);
}

/** A file as starter code: nobody has spent anything of their hour on it. */
async function open(text: string): Promise<void> {
  w = await World.of(2, { seed: { text, language: 'python' } }, real);
  assert.equal(w.text(1), text);
}

/** What takes an edit back, as an editor does. */
function undo(edit: ChangeSpec, before: string): ChangeSet {
  const text = Text.of(before.split('\n'));
  return ChangeSet.of(edit, text.length).invert(text);
}

/** Half of a file as large as may be; in a slice, of a smaller one. */
const half = amount(LIMITS.fileBytes / 16, LIMITS.fileBytes / 2);
const every = (count: number, edit: (n: number) => { from: number; to?: number; insert?: string }) =>
  Array.from({ length: count }, (_, n) => edit(n));

const edits: [what: string, text: string, edit: { from: number; to?: number; insert?: string }[], seconds: number][] = [
  [
    'all spaces between 11,500 numbers replaced by arrows',
    '0 '.repeat(11_500),
    every(11_500, (n) => ({ from: n * 2 + 1, to: n * 2 + 2, insert: '→' })),
    2,
  ],
  ['22,000 deletions', 'ab'.repeat(22_000), every(22_000, (n) => ({ from: n * 2, to: n * 2 + 1 })), 2],
  [
    'every line of a whole file uncommented and indented',
    '# x = 1\n'.repeat(20_000),
    every(20_000, (n) => ({ from: n * 8, to: n * 8 + 2, insert: '    ' })),
    2,
  ],
  [
    'every second character of a large file deleted',
    'ab'.repeat(half),
    every(half, (n) => ({ from: n * 2, to: n * 2 + 1 })),
    40,
  ],
  [
    'every second character of a large file replaced',
    'ab'.repeat(half),
    every(half, (n) => ({ from: n * 2, to: n * 2 + 1, insert: 'c' })),
    40,
  ],
  [
    'a file replaced by one of 3-byte characters in 4,000 places',
    'x'.repeat(80_000),
    every(4_000, (n) => ({ from: n * 20, to: n * 20 + 20, insert: '漢'.repeat(40) })),
    2,
  ],
  ['one insertion of 512 KiB', '', [{ from: 0, insert: 'y'.repeat(LIMITS.fileBytes) }], 2],
];

describe('an edit in very many places arrives with the edits after it:', () => {
  for (const [what, text, edit, seconds] of edits) {
    it(`${what}; so does its undo`, async () => {
      await open(text);
      w.edit(0, edit);
      if (text.length < LIMITS.fileBytes && w.text(0).length < LIMITS.fileBytes) w.type(0, 'later');
      const took = await arrive();
      const expected = applyChange(ChangeSet.of(edit, text.length), Text.of(text.split('\n'))).toString();
      assert.ok(w.text(1).startsWith(expected) && w.text(1).length <= expected.length + 5);
      w.agree(w.text(0));
      assert.ok(took <= seconds, `it took ${took} s`);
      if (w.text(0).endsWith('later')) w.type(0, '', w.text(0).length - 5, 5);
      w.edit(0, undo(edit, text));
      await arrive();
      w.agree(text);
      assert.deepEqual(w.refusals, []);
    });
  }

  it('continues after a reload, a lost connection and a crash of the room in the middle of it', async () => {
    const text = 'ab'.repeat(30_000);
    await open(text);
    w.storage.instant = false;
    w.edit(
      0,
      every(30_000, (n) => ({ from: n * 2, to: n * 2 + 1, insert: '→' })),
    );
    w.type(0, 'later');
    for (const trouble of [() => w.cut(0), () => w.crash(), () => w.reload(0), () => w.crash()]) {
      for (let n = 0; n < 4; n++) {
        w.up(0);
        for (let m = 0; m < 4; m++) await Promise.resolve();
        w.down(0);
        w.type(1, '!', 0);
        w.up(1);
      }
      mock.timers.tick(5_000);
      await trouble();
      await w.back(0);
    }
    w.storage.instant = true;
    await w.settle();
    await arrive();
    w.agree();
    assert.equal(w.text(1).replaceAll('!', ''), `${'→b'.repeat(30_000)}later`);
  });

  it('is restored from the outbox of a page that tried to send it in one part', async () => {
    // As version 0.1.0 kept it: refused again and again, it came back with every page.
    const text = '0 '.repeat(11_500);
    const change = ChangeSet.of(
      every(11_500, (n) => ({ from: n * 2 + 1, to: n * 2 + 2, insert: '→' })),
      text.length,
    );
    await open(text);
    const { epoch } = (await existing()).record;
    const replica = { confirmed: text, version: 1, durable: 1, author: 9, sequence: 3, tail: [] };
    const inflight = { author: 9, sequence: 3, change: change.toJSON(), partial: false };
    const buffer = ChangeSet.of({ from: text.length, insert: 'later' }, text.length).toJSON();
    const history = { epoch, start: 0 };
    const about = { name: '', language: 'python', unsaved: 2, history };
    const documents = { 1: { ...about, replica: { ...replica, inflight, buffer } } };
    let kept: OutboxEntry | null = { documents, resume: new Uint8Array(16) };
    const keep = async (entry: OutboxEntry | null) => {
      kept = entry;
    };
    const claim = { entry: kept, holds: true, keep, release: () => {} };
    await w.join({ outbox: { claim: async () => claim } });
    await arrive();
    w.agree(`${'0→'.repeat(11_500)}later`);
    assert.equal(kept, null);
  });
});

async function existing() {
  const existence = await w.lifecycle.exist();
  assert.ok(existence.kind === 'kept');
  return existence.room;
}

describe('everybody makes progress:', () => {
  it('a person who types one character, behind one who sends parts as fast as possible', async () => {
    await open('ab'.repeat(half / 2));
    w.edit(
      0,
      every(half / 2, (n) => ({ from: n * 2, to: n * 2 + 1, insert: 'c' })),
    );
    w.type(1, '!', 0);
    // A slow connection: ten parts of the other come between this one and the room.
    for (let n = 0; n < 10; n++) {
      w.up(0);
      for (let m = 0; m < 20; m++) await Promise.resolve();
      w.down(0);
      mock.timers.tick(100);
    }
    w.up(1);
    await arrive();
    w.agree(`!${'cb'.repeat(half / 2)}`);
  });

  it('a person who replaces everything, behind twenty who type without pause, on any connection', async () => {
    w = await World.of(3, {}, { ...real, messagesPerSecond: 1e6, messageBurst: 1e6 });
    w.type(0, 'ab'.repeat(6_000));
    await w.settle();
    w.edit(
      0,
      every(6_000, (n) => ({ from: n * 2, to: n * 2 + 1, insert: 'c' })),
    );
    let typed = 0;
    for (let round = 0; !session(0).saved; round++) {
      assert.ok(round < 400, 'it gets through');
      if (!w.wires[0]?.open) await w.back(0);
      // All that is on its way to it arrives; then it sends, and meanwhile others type.
      while (w.wires[0]?.open && (w.wires[0].down.length > 0 || w.wires[0].closeCode)) w.down(0);
      for (let n = 0; n < 130; n++) {
        w.type(1, '!', w.text(1).length);
        typed++;
        w.up(1);
        w.down(1);
        w.down(1);
      }
      w.up(0);
      for (let m = 0; m < 40; m++) await Promise.resolve();
      mock.timers.tick(1_000);
    }
    await arrive();
    w.agree(`${'cb'.repeat(6_000)}${'!'.repeat(typed)}`);
  });
});

describe('an edit that the room refuses', () => {
  let offered: string[];
  const listen = (index: number) =>
    session(index).addEventListener('refused', (event) => {
      if (event instanceof RefusedEvent && event.lost !== undefined) offered.push(event.lost);
    });

  beforeEach(() => {
    offered = [];
  });

  it('because the file would be too large is undone completely, with its confirmed parts', async () => {
    w = await World.of(2, {}, { fileBytes: 30_000 });
    w.type(0, '.'.repeat(12_000));
    await w.settle();
    listen(0);
    w.edit(
      0,
      every(12_000, (n) => ({ from: n, insert: 'xy' })),
    );
    w.type(0, 'later');
    w.up(0);
    for (let m = 0; m < 40; m++) await Promise.resolve();
    w.down(0);
    assert.ok((await existing()).documents.get(1)?.text.length ?? 0 > 12_000, 'part of it has been taken');
    await w.settle();
    w.agree(`${'.'.repeat(12_000)}later`);
    assert.deepEqual(offered, [`${'xy.'.repeat(12_000)}later`]);
  });

  it('because it violates PROTOCOL.md is offered as a copy, and later edits are applied', async () => {
    w = await World.of(2);
    w.type(0, 'a😀b');
    await w.settle();
    listen(1);
    for (const edit of [
      { from: 2, insert: 'x' },
      { from: 0, insert: Text.of(['a\rb']) },
    ]) {
      offered = [];
      w.edit(1, edit);
      await w.settle();
      assert.equal(offered.length, 1);
      assert.equal(w.wires[1]?.closeCode, 0);
      w.type(1, '!', 0);
      await w.settle();
      assert.equal(w.text(0), w.text(1));
      assert.ok(session(1).saved);
    }
    assert.equal(w.text(0), '!!a😀b');
  });

  it('because it has too many places or its frame is too large: the refusal names it, so that the sender can act', async () => {
    w = await World.of(2);
    w.type(0, 'x'.repeat(70_000));
    await w.settle();
    const base = session(0).document.version;
    for (const change of [
      ChangeSet.of(
        every(LIMITS.changePlaces + 1, (n) => ({ from: n * 3, insert: 'y' })),
        70_000,
      ),
      ChangeSet.of({ from: 0, insert: 'y'.repeat(70_000) }, 70_000),
    ]) {
      const heard: { document: number; key: number; reason: string }[] = [];
      const wire = w.wires[1];
      assert.ok(wire);
      const { message } = wire.events;
      wire.events.message = (said) => {
        if (said.type === 'refused') heard.push({ document: said.document, key: said.key, reason: said.reason });
        message(said);
      };
      wire.send({ type: 'submit', document: 1, base, sequence: 7, change });
      await w.settle();
      assert.deepEqual(heard, [{ document: 1, key: 7, reason: 'too-large' }]);
      assert.notEqual(wire.closeCode, CLOSE.malformed);
      wire.events.message = message;
    }
  });

  it('because the room has ended is in no copy, and does not come back after a reload', async () => {
    w = await World.made({ code: 'text' });
    await w.join({ token: await w.token('candidate') });
    listen(0);
    w.cut(0, true);
    w.type(0, ' written offline');
    mock.timers.tick(5_000);
    (await existing()).record.setEnded(true, 0);
    await w.settle();
    await w.back(0);
    await w.settle();
    assert.deepEqual(offered, ['text written offline']);
    assert.equal(w.text(0), 'text');
    await w.reload(0);
    await w.settle();
    assert.deepEqual([w.text(0), session(0).saved, offered.length], ['text', true, 1]);
  });
});
