/** A room is loaded in pieces with pauses, however large its stored values and however many people. Counts steps, not time. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ChangeSet } from '@codemirror/state';
import { LogSegmentWriter } from '../../party/document/log-segment-writer.js';
import type { Clock } from '../../party/engine/platform.js';
import { RoomLifecycle } from '../../party/lifecycle/room-lifecycle.js';
import { LIMITS } from '../../party/shared/limits.js';
import { RoomRecord } from '../../party/storage/room-record.js';
import { MemoryStorage } from './world.js';

/** Loads an open room of which this is stored; says how often it paused. */
async function pausesOf(stored: [key: string, value: unknown][]): Promise<{ pauses: number; text: string }> {
  const storage = new MemoryStorage();
  let record: unknown;
  const made = RoomRecord.make({ kind: 'open', retentionMs: LIMITS.retentionMs }, Date.now());
  made.savedBy((saved) => {
    record = saved;
  });
  made.setSeeded();
  await storage.write(new Map([['room', record], ...stored]));
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
  return { pauses, text: existence.room.documents.get(1)?.text.toString() ?? '' };
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
