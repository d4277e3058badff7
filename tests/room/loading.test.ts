/** A room is loaded in pieces with pauses, however large its stored values and however many people. Counts steps, not time. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { serialize } from 'node:v8';
import { ChangeSet } from '@codemirror/state';
import { LogSegmentWriter } from '../../party/document/log-segment-writer.js';
import type { Clock } from '../../party/engine/platform.js';
import { RoomLifecycle } from '../../party/lifecycle/room-lifecycle.js';
import type { Room } from '../../party/room/room.js';
import { LIMITS } from '../../party/shared/limits.js';
import { RoomRecord, type StoredRecord } from '../../party/storage/room-record.js';
import { MemoryStorage, VALUE_BYTES } from './world.js';

/** Loads an open room of which this is stored; says how often it paused. */
async function pausesOf(stored: [key: string, value: unknown][]): Promise<{ pauses: number; text: string }> {
  const { pauses, room } = await loaded(stored);
  return { pauses, text: room.documents.get(1)?.text.toString() ?? '' };
}

async function loaded(
  stored: [key: string, value: unknown][],
  change = (record: StoredRecord): StoredRecord => record,
): Promise<{ pauses: number; room: Room }> {
  const storage = new MemoryStorage();
  let record: StoredRecord | undefined;
  const made = RoomRecord.make({ kind: 'open', retentionMs: LIMITS.retentionMs }, Date.now());
  made.savedBy((saved) => {
    record = saved;
  });
  made.setSeeded();
  assert.ok(record);
  await storage.write(new Map([['room', change(record) as unknown], ...stored]));
  let pauses = 0;
  const clock: Clock = {
    now: () => Date.now(),
    after: (ms, callback) => {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    wakeAt: () => {},
    pause: async () => void pauses++,
  };
  const settings = { limits: LIMITS, engine: 'memory', openRooms: true, issuers: [], webhook: null };
  const existence = await new RoomLifecycle(() => 'room', storage, clock, {
    ...settings,
    reportError: () => {},
  }).exist();
  assert.ok(existence.kind === 'kept');
  return { pauses, room: existence.room };
}

it('one stored value with many edits is read with pauses, like many values', async () => {
  // 100 edits of a kilobyte in one value, which later versions would have written in a dozen.
  const segment = new LogSegmentWriter(0, 0, 0);
  let length = 0;
  for (let version = 1; version <= 100; version++) {
    const change = ChangeSet.of({ from: length, insert: 'x'.repeat(1024) }, length);
    segment.append({ version, author: 1, sequence: version, time: 0, change });
    length = change.newLength;
  }
  const { pauses, text } = await pausesOf([['d/1/l/000000000000', segment.bytes()]]);
  assert.equal(text, 'x'.repeat(102_400));
  const before = await pausesOf([]);
  // The text is made in pieces of 20,000 units: five pauses. The rest are of reading, one after each 16 KiB.
  assert.equal(pauses - before.pauses - 5, 6);
});

it('skeletons of all known names are computed with pauses, whatever the names', async () => {
  const people = Array.from({ length: 1_000 }, (_, n): [string, unknown] => [
    `p/person-${n}`,
    { name: `${'ﷺ'.repeat(60)}${n}`, role: 'candidate', color: 0 },
  ]);
  const before = await pausesOf([]);
  const { pauses } = await pausesOf(people);
  assert.ok(pauses - before.pauses >= 1_000 / 20, `${pauses - before.pauses} pauses`);
});

it('a room with many files can be loaded as often as one likes, and counts its starts', () => {
  let stored: unknown;
  const record = RoomRecord.make({ kind: 'made', retentionMs: LIMITS.retentionMs }, Date.now());
  record.savedBy((saved) => {
    stored = saved;
  });
  for (let start = 0; start < 600; start++) {
    record.noteStart(manyVersions());
    assert.equal(record.start, start);
  }
  // With all else that a record may have.
  for (let n = 0; n < 600; n++) record.revoke(`${n}`.padStart(128, 'ж'), Date.now() + 1_000, Date.now());
  assert.ok(serialize(stored).length < 120 * 1024, `${serialize(stored).length} bytes`);
  assert.ok(record.revoked['599'.padStart(128, 'ж')]);
  const again = RoomRecord.read(stored as StoredRecord);
  assert.equal(again.start, 599);
  assert.deepEqual([again.droppedSince(598, 1_050), again.droppedSince(10, 1_050)], [1_000_000, null]);
});

it('a room whose list of starts has no space for another one is loaded', async () => {
  const starts = Array.from({ length: 150 }, manyVersions);
  const fits = (record: StoredRecord) => serialize(record).length <= VALUE_BYTES;
  const { room } = await loaded([], (record) => {
    for (const more of [manyVersions(), { 1: 1 }]) {
      while (fits({ ...record, starts: [...starts, { ...more }] })) starts.push({ ...more });
    }
    return { ...record, starts, oldestStart: 40 };
  });
  assert.equal(room.record.start, 40 + starts.length);
});

/** Of a room with a hundred added files. */
function manyVersions(): Record<number, number> {
  return Object.fromEntries(Array.from({ length: 104 }, (_, n) => [n < 4 ? 100 + n : 1_001 + n, 1_000_000]));
}
