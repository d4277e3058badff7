/** History intervals: what is kept, compacted to whole texts, and dropped. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Text } from '@codemirror/state';
import { HistoryIntervals } from '../../party/document/history-intervals.js';
import { readLogSegment } from '../../party/shared/wire/log-segment.js';

const LIMIT = 8_000;
/** An interval is an eighth of it. */
const INTERVAL = LIMIT / 8;

let intervals: HistoryIntervals;
let stored: Map<string, number>;
let values: Map<string, Uint8Array>;

const keep = (name: 'l' | 'k', parts: number[], value: Uint8Array | undefined) => {
  const key = [name, ...parts].join('/');
  if (value) {
    stored.set(key, value.length);
    values.set(key, value);
  } else {
    assert.ok(stored.delete(key), `${key} was there`);
  }
};

/** A value of the log, as the store writes it. */
function log(base: number, bytes: number): void {
  stored.set(`l/${base}`, bytes);
  intervals.note(base, bytes);
}

beforeEach(beginAnew);

function beginAnew(): void {
  intervals = new HistoryIntervals(LIMIT);
  stored = new Map();
  values = new Map();
}

describe('history intervals', () => {
  it('find where to read from, and how much that is; a value that has grown counts once', () => {
    for (const [base, bytes] of [
      [0, 100],
      [10, 50],
      [10, 120],
      [25, 80],
    ])
      log(base as number, bytes as number);
    assert.deepEqual(
      [intervals.startOf(0), intervals.startOf(9), intervals.startOf(10), intervals.startOf(99)],
      [0, 0, 10, 25],
    );
    assert.deepEqual([intervals.bytes, intervals.bytesSince(0), intervals.bytesSince(12)], [300, 300, 200]);
  });

  it('continue while there is little in the last one', () => {
    log(0, INTERVAL - 1);
    intervals.keyframeWritten(9, Text.of(['text']), 0, keep);
    assert.equal(intervals.list.length, 1);
    log(9, 1);
    intervals.keyframeWritten(10, Text.of(['text']), 0, keep);
    assert.deepEqual(
      intervals.list.map(({ from, pieces }) => [from, pieces]),
      [
        [0, 0],
        [10, 1],
      ],
    );
  });

  it('start with the whole text, as a log segment that inserts it and splits no character', () => {
    const text = Text.of(['x'.repeat(39_999) + '😀'.repeat(30_000)]);
    log(0, INTERVAL);
    intervals.keyframeWritten(100, text, 7, keep);
    const pieces = [...values].filter(([key]) => key.startsWith('k/')).map(([, value]) => value);
    assert.ok(pieces.length > 1);
    let made = Text.empty;
    let version = 100 - pieces.length;
    for (const piece of pieces) {
      for (const entry of readLogSegment(piece).entries) {
        made = entry.change.apply(made);
        assert.equal(entry.version, ++version);
      }
      assert.ok(made.toString().isWellFormed());
    }
    assert.deepEqual([made.eq(text), version], [true, 100]);
  });

  it('start with all of a text that few long edits have made', () => {
    // Pasted: eleven parts of 48 KiB, the largest file there may be.
    for (const text of [
      Text.of(['x'.repeat(512 * 1024)]),
      Text.of(Array.from({ length: 10_000 }, (_, n) => `line ${n} ${'y'.repeat(40)}`)),
      Text.of(['x'.repeat(400_000), '世'.repeat(41_000)]),
    ]) {
      beginAnew();
      log(0, INTERVAL);
      intervals.keyframeWritten(11, text, 0, keep);
      const pieces = [...values].filter(([key]) => key.startsWith('k/')).map(([, value]) => value);
      assert.equal(intervals.list.at(-1)?.pieces, pieces.length);
      assert.ok(
        pieces.every((piece) => piece.length < 128 * 1024),
        'each fits into a value',
      );
      let made = Text.empty;
      let version = 11 - pieces.length;
      for (const entry of pieces.flatMap((piece) => readLogSegment(piece).entries)) {
        made = entry.change.apply(made);
        assert.equal(entry.version, ++version);
      }
      assert.ok(made.eq(text), `${made.length} of ${text.length} characters`);
    }
  });

  it('are compacted from the oldest on when there is too much, except the last', () => {
    for (let n = 0; n < 12; n++) {
      log(n * 10, INTERVAL);
      intervals.keyframeWritten(n * 10 + 10, Text.of([`text ${n}`]), 0, keep);
      assert.ok(intervals.bytes <= LIMIT, `${intervals.bytes} bytes after ${n}`);
    }
    assert.equal(stored.get('l/0'), undefined);
    assert.equal(intervals.startOf(5), null, 'what came after version 5 is gone');
    assert.equal(intervals.startOf(115), 110);
    const listed = intervals.list.flatMap(({ chunks }) => chunks.map(([base]) => `l/${base}`));
    assert.deepEqual(
      [...stored.keys()].filter((key) => key.startsWith('l/')),
      listed,
    );
    const bytes = [...stored.values()].reduce((sum, each) => sum + each, 0);
    assert.equal(intervals.bytes, bytes, 'what is counted is what is stored');
  });

  it('drop the oldest whole texts when those are a quarter of the limit, with all their pieces', () => {
    for (let n = 0; n < 20; n++) {
      log(n * 10, INTERVAL);
      intervals.keyframeWritten(n * 10 + 10, Text.of([`${n}`.repeat(900)]), 0, keep);
    }
    const glimpses = [...stored].filter(([key]) => key.startsWith('k/'));
    const full = intervals.list.findIndex(({ chunks }) => chunks.length > 0);
    const glimpsed = intervals.list.slice(0, full).reduce((sum, { textBytes }) => sum + textBytes, 0);
    assert.ok(full > 0 && glimpsed < LIMIT / 2, `${glimpsed} bytes`);
    assert.equal(stored.has('k/10/0'), false);
    assert.deepEqual(
      glimpses.map(([key]) => key),
      intervals.list.flatMap(({ from, pieces }) => Array.from({ length: pieces }, (_, piece) => `k/${from}/${piece}`)),
    );
  });

  it('of a text that is too large for the limit keep the last one', () => {
    log(0, LIMIT * 2);
    intervals.keyframeWritten(10, Text.of(['x'.repeat(LIMIT * 2)]), 0, keep);
    log(10, LIMIT * 3);
    assert.equal(intervals.startOf(10), 10);
    assert.ok(intervals.bytes > LIMIT);
  });
});

it('a list of intervals without a text has an end', () => {
  beginAnew();
  for (let version = 1; version <= 1_500; version++) {
    log(version * 10, INTERVAL);
    intervals.keyframeWritten(version * 10 + 9, Text.empty, 0, keep);
  }
  assert.ok(intervals.list.length <= 1_020, `${intervals.list.length} intervals`);
  assert.ok(intervals.bytes <= LIMIT);
});
