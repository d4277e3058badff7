/** Writes a replay as the lines of a `.coderoom` file, in order of time. */
import { Text } from '@codemirror/state';
import { fromBase64 } from './bytes.js';
import { documentKind } from './document-kinds.js';
import { newLines } from './new-lines.js';
import { timedOutput } from './output-times.js';
import { ROOM_AUTHOR } from './protocol.js';
import type { Replay, ReplayedDocument, ReplayedRun } from './replay.js';
import { type EditData, isReplayedText, type ReplayEvent, type ReplayHeader, type RunData } from './replay-file.js';
import { applyChange } from './text-change.js';
import { readPlaces } from './wire/change.js';
import { decodeText, Reader } from './wire/codec.js';
import { readLogSegment, readUnread } from './wire/log-segment.js';

/** What happens in so many milliseconds after a room is made belongs to its making, and stands at the very start. */
const MAKING_MS = 1_000;

/** Each with its LF. Works piece by piece, so that the caller may pause. Throws FrameError or RangeError when a log is damaged. */
export function* replayLines(replay: Replay, isPrivate: boolean): Generator<string> {
  const { room, people, authors, documents, runs } = replay;
  const index = new Map(people.map(({ id }, at) => [id, at]));
  const writers = new Map(authors.map(([author, person]) => [author, index.get(person) ?? null]));
  const texts = documents.filter(({ id }) => isReplayedText(documentKind(id)));
  const lists = documents.filter((document) => !texts.includes(document));
  const told = inOrder([
    ...texts.map((document, file) => editsOf(document, file, writers, room.createdAt)),
    ...lists.map(linesOf),
    runsOf(runs, index),
  ]);
  const making: ReplayEvent[] = [];
  let next = told.next();
  for (; !next.done && next.value[0] <= room.createdAt + MAKING_MS; next = told.next()) making.push(next.value);
  const start = next.done ? room.createdAt : next.value[0];
  const header: ReplayHeader = {
    ...{ format: replay.format, version: replay.version, room: room.id, title: room.title },
    ...{
      startedAt: new Date(start).toISOString(),
      private: isPrivate,
      ...(room.ai && { ai: room.ai }),
      people,
      files: texts.map((document) => aboutText(document, start)),
    },
  };
  yield `${JSON.stringify(header)}\n`;
  for (const [, kind, data] of making) yield line(0, kind, data);
  for (; !next.done; next = told.next()) yield line(next.value[0] - start, next.value[1], next.value[2]);
}

function line(...event: ReplayEvent): string {
  return `${JSON.stringify(event)}\n`;
}

function aboutText(document: ReplayedDocument, start: number): ReplayHeader['files'][number] {
  const { id, name, language, question, hidden, removedAt, stretches } = document;
  const [first] = stretches;
  const shortened = first !== undefined && readUnread(fromBase64(first)).base > 0;
  return {
    ...{ id, kind: documentKind(id), name, language },
    ...(question !== undefined && { question }),
    ...(hidden && { hidden }),
    ...(removedAt !== undefined && { removed: Math.max(0, removedAt - start) }),
    ...(shortened && { shortened }),
  };
}

function* editsOf(
  { stretches, text }: ReplayedDocument,
  file: number,
  writers: ReadonlyMap<number, number | null>,
  createdAt: number,
): Generator<ReplayEvent> {
  const edit = (time: number, ...data: EditData): ReplayEvent => [time, 'edit', data];
  let [version, length] = [0, 0];
  for (const stretch of stretches) {
    const { base, length: begun, entries } = readUnread(fromBase64(stretch));
    const gap = base !== version || begun !== length;
    // What lay between is gone: the text begins anew, and the room fills it.
    if (gap && length + begun > 0) yield edit(entries[0]?.time ?? 0, file, null, 0, length, ' '.repeat(begun));
    [version, length] = [base, begun];
    for (const entry of entries) {
      const places: EditData = [file, entry.author === ROOM_AUTHOR ? null : (writers.get(entry.author) ?? null)];
      let at = 0;
      for (const { kept, deleted, inserted } of readPlaces(new Reader(entry.change), entry.change.length)) {
        const added = decodeText(inserted);
        at += kept;
        places.push(at, deleted, added);
        at += deleted;
        length += added.length - deleted;
      }
      version = entry.version;
      if (places.length > 2) yield [entry.time, 'edit', places];
    }
  }
  if (stretches.length === 0 && text !== '') yield edit(createdAt, file, null, 0, 0, text);
}

/** A document of lines: each line that is new is an event, a text that becomes empty is null. */
function* linesOf({ id, stretches }: ReplayedDocument): Generator<ReplayEvent> {
  const kind = documentKind(id);
  let [version, text] = [0, Text.empty];
  /** What was there before a gap in the log, and comes again after it. */
  let again: ReadonlySet<string> = new Set();
  for (const stretch of stretches) {
    const { base, length, entries } = readLogSegment(fromBase64(stretch));
    if (base !== version || length !== text.length) {
      again = new Set([...again, ...text.toString().split('\n')]);
      text = Text.of([' '.repeat(length)]);
    }
    for (const { change, time, version: reached } of entries) {
      const after = applyChange(change, text);
      for (const added of newLines(change, text, after)) {
        const data = again.has(added) ? undefined : dataOf(added);
        if (data !== undefined) yield [time, kind, data];
      }
      if (after.length === 0 && text.length > 0) yield [time, kind, null];
      [text, version] = [after, reached];
    }
    version = Math.max(version, base);
  }
}

/** Undefined for what is neither JSON nor a word; a list in several lines has a comma after each. */
function dataOf(line: string): unknown {
  const bare = line.trim().replace(/,$/, '');
  if (/^\w+$/.test(bare)) return bare;
  try {
    return bare.startsWith('{') ? (JSON.parse(bare) as unknown) : undefined;
  } catch {
    return undefined; // A document that comes in parts ends in the middle of a line.
  }
}

function* runsOf(runs: readonly ReplayedRun[], people: ReadonlyMap<string, number>): Generator<ReplayEvent> {
  const told = runs.flatMap((one): ReplayEvent[] => {
    const { run, name, document: file, language, state, startedAt, output, outputTimes = [] } = one;
    const durationMs = Math.max(0, one.durationMs);
    const data: RunData = { run, person: people.get(one.person) ?? null, name, file, language };
    const end = startedAt + durationMs;
    return [
      [startedAt, 'run', data],
      ...timedOutput(output, outputTimes, durationMs).map(({ ms, kind, text }): ReplayEvent => {
        return [startedAt + ms, 'output', { run, kind, text }];
      }),
      ...(state === 'running' ? [] : [[end, 'run-end', { run, state, durationMs }] satisfies ReplayEvent]),
    ];
  });
  yield* told.sort(([one], [other]) => one - other);
}

/** Merges what is in order; what happens at the same time stays in the order of the sources. Where the room's clock stepped back, time stands still. */
function* inOrder(sources: Generator<ReplayEvent>[]): Generator<ReplayEvent> {
  const heads = sources.map((source) => ({ source, head: source.next() }));
  let latest = Number.NEGATIVE_INFINITY;
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const one of heads) {
      if (!one.head.done && (!first || first.head.done || one.head.value[0] < first.head.value[0])) first = one;
    }
    if (!first || first.head.done) return;
    const [time, kind, data] = first.head.value;
    latest = Math.max(latest, time);
    yield [latest, kind, data];
    first.head = first.source.next();
  }
}
