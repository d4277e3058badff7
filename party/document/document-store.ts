/** Persistence of one document: its log in segments, a keyframe (the whole text) now and then, and its metadata. */
import type { Text } from '@codemirror/state';
import { type Clock, pausing, type Storage } from '../engine/platform.js';
import { countPlaces } from '../shared/text-change.js';
import { Reader } from '../shared/wire/codec.js';
import { readUnread, type UnreadLogEntry } from '../shared/wire/log-segment.js';
import { type HistoryInterval, HistoryIntervals } from './history-intervals.js';
import { type LogEntry, LogSegmentWriter, readInPieces } from './log-segment-writer.js';

/** A log segment is this part of the history's limit, for the first file 8 KiB: each edit rewrites the last segment, so it must stay small. */
const SEGMENT_PART = 1024;
/** A keyframe is written after this part of the history's limit, for the first file 16 KiB, but not before the log is as long as the text, so that a room loads quickly. */
const KEYFRAME_PART = 512;
/** A keyframe is also written after as many edits and places as this part of the history's limit has bytes, for the first file 64 Ki, so that no log takes long to load. */
const REPLAY_PART = 128;
/** Cost of reading and applying one edit, apart from its places, in places. */
const EDIT_PLACES = 8;
/** Bytes of a log that are read without a pause. */
const READ_BYTES = 16 * 1024;
/** UTF-16 units of a keyframe in one stored value: at three bytes each, they stay under the engine's 128 KiB. */
const TEXT_PIECE = 40_000;

export type Put = (key: string, value: unknown) => void;

/** Metadata stored beside the text and the log. */
export interface DocumentMetadata {
  name: string;
  language: string;
  /** Triples: replica, its last sequence, and the version that edit gave. */
  seen: [number, number, number][];
}

interface StoredMetadata extends DocumentMetadata {
  /** Version of the keyframe, and the number of values it is stored in. */
  keyframe: number;
  pieces: number;
  stretches?: HistoryInterval[];
}

/** The values of a document as read from storage, not parsed yet. */
interface DocumentValues {
  meta: StoredMetadata;
  texts: string[];
  segments: Uint8Array[];
  intervals: HistoryInterval[];
}

export interface LoadedDocument extends DocumentMetadata {
  /** The pieces of the keyframe, its version, and the log after it. */
  texts: string[];
  version: number;
  entries: LogEntry[];
}

export class DocumentStore {
  #segment = new LogSegmentWriter(0, 0, 0);
  /** Entries that are not in a segment yet. */
  #fresh: LogEntry[] = [];
  #collected = 0;
  #keyframe = { version: 0, pieces: 0, loggedSince: 0, places: 0 };
  #intervals: HistoryIntervals;

  constructor(
    private readonly id: number,
    private readonly storage: Storage,
    private readonly historyLimit: number,
  ) {
    this.#intervals = new HistoryIntervals(historyLimit);
  }

  /** Without metadata there is only the log: nothing has been named, and no keyframe written. */
  async read(): Promise<DocumentValues> {
    const unnamed: StoredMetadata = { name: '', language: '', keyframe: 0, pieces: 0, seen: [] };
    const stored = (await this.storage.read(this.#key('m'))).get(this.#key('m')) as StoredMetadata | undefined;
    const meta = stored ?? unnamed;
    const [texts, segments] = await Promise.all([
      this.storage.read(this.#key('t', meta.keyframe)),
      this.storage.read(this.#key('l'), this.#key('l', meta.keyframe)),
    ]);
    // Documents stored before histories were limited have no list of intervals.
    const intervals = meta.stretches ?? [{ from: 0, pieces: 0, textBytes: 0, chunks: await this.#values(0) }];
    return {
      meta,
      texts: [...texts.values()] as string[],
      segments: [...segments.values()] as Uint8Array[],
      intervals,
    };
  }

  /** Rejects when a value is missing. */
  async load({ meta, texts, segments, intervals: known }: DocumentValues, clock: Clock): Promise<LoadedDocument> {
    const { keyframe: version, pieces, stretches: _, ...metadata } = meta;
    if (texts.length !== pieces) throw new Error(`Document ${this.id} is damaged: ${texts.length} of ${pieces} parts.`);
    const last = known.at(-1);
    if (last) last.chunks = last.chunks.filter(([base]) => base < version);
    this.#intervals = new HistoryIntervals(this.historyLimit, known);
    const read = await pausing(readSegments(segments), clock);
    const entries = read.flatMap((segment) => segment.entries);
    // A document with a gap in its log is not loaded: damaged data may still be repaired, overwritten data may not.
    for (const [at, { version: given }] of entries.entries())
      if (given !== version + at + 1)
        throw new Error(`Document ${this.id} is damaged: version ${version + at + 1} is missing.`);
    for (const { bytes } of read) this.#intervals.note(new Reader(bytes).uint(), bytes.length);
    const open = read.at(-1);
    // Continues the last segment if it is not full. Otherwise each load would start a new small one.
    if (open && open.bytes.length < this.#segmentBytes)
      this.#segment = LogSegmentWriter.reopen(open.bytes, open.entries);
    const full = open && this.#segment.size > 0 ? segments.slice(0, -1) : segments;
    const loggedSince = full.reduce((bytes, segment) => bytes + segment.length, 0);
    this.#keyframe = { version, pieces, loggedSince, places: entries.reduce((sum, entry) => sum + weigh(entry), 0) };
    return { ...metadata, texts, version, entries };
  }

  /** Continues from this stored version; `length` is that of its text. */
  resume(version: number, length: number, now: number): void {
    this.#collected = version;
    if (this.#segment.size === 0) this.#segment = new LogSegmentWriter(version, length, now);
  }

  /** Queues an entry for the next batch. */
  append(entry: LogEntry): void {
    // Serialised only when the batch is written, because broadcasting comes first.
    this.#fresh.push(entry);
  }

  /** Puts everything that has to be stored to make `version` durable. */
  collect(text: Text, version: number, bytes: number, metadata: () => DocumentMetadata, now: number, put: Put): void {
    if (this.#collected === version) return;
    this.#collected = version;
    for (const entry of this.#fresh) this.#log(entry, put);
    this.#fresh = [];
    const { loggedSince, places } = this.#keyframe;
    const long = loggedSince >= Math.max(this.historyLimit / KEYFRAME_PART, bytes);
    if (long || places >= this.historyLimit / REPLAY_PART) {
      this.#closeSegment(this.#segment, put);
      this.#segment = new LogSegmentWriter(version, text.length, now);
      this.#intervals.keyframeWritten(version, text, now, (name, parts, value) =>
        put(this.#key(name, ...parts), value),
      );
      this.#keepText(text.toString(), version, metadata(), put);
    } else if (this.#segment.size > 0) {
      this.#putSegment(this.#segment, put);
    }
  }

  logBytesSince(version: number): number {
    return this.#intervals.bytesSince(version);
  }

  /** Stored bytes of the history. */
  get historyBytes(): number {
    return this.#intervals.bytes;
  }

  get #segmentBytes(): number {
    return this.historyLimit / SEGMENT_PART;
  }

  keepMetadata(metadata: DocumentMetadata, put: Put): void {
    const { version: keyframe, pieces } = this.#keyframe;
    put(this.#key('m'), { ...metadata, keyframe, pieces, stretches: this.#intervals.list } satisfies StoredMetadata);
  }

  /** The stored log, oldest segment first; compacted intervals are given as their whole texts. */
  async segments(): Promise<Uint8Array[]> {
    const log = [...(await this.storage.read(this.#key('l'))).values()] as Uint8Array[];
    const first = log[0] ? this.#key('k', new Reader(log[0]).uint() + 1) : this.#key('k~');
    const texts = [...(await this.storage.read(this.#key('k')))].filter(([key]) => key < first);
    return [...texts.map(([, segment]) => segment as Uint8Array), ...log];
  }

  /** Stored entries after `version`; empty when they have been compacted away. */
  async entriesAfter(version: number): Promise<UnreadLogEntry[]> {
    const start = this.#intervals.startOf(version);
    if (start === null) return [];
    const segments = [...(await this.storage.read(this.#key('l'), this.#key('l', start))).values()] as Uint8Array[];
    return segments.flatMap((segment) => readUnread(segment).entries).filter((entry) => entry.version > version);
  }

  /** Stored values of the log from `version` on: base version and size. */
  async #values(version: number): Promise<[number, number][]> {
    const segments = (await this.storage.read(this.#key('l'), this.#key('l', version))).values();
    return ([...segments] as Uint8Array[]).map((bytes) => [new Reader(bytes).uint(), bytes.length]);
  }

  #log(entry: LogEntry, put: Put): void {
    this.#segment.append(entry);
    this.#keyframe.places += weigh(entry);
    if (this.#segment.size < this.#segmentBytes) return;
    this.#closeSegment(this.#segment, put);
    this.#segment = new LogSegmentWriter(entry.version, entry.change.newLength, entry.time);
  }

  #closeSegment(segment: LogSegmentWriter, put: Put): void {
    if (segment.size > 0) this.#putSegment(segment, put);
    this.#keyframe.loggedSince += segment.size;
  }

  #putSegment(segment: LogSegmentWriter, put: Put): void {
    const bytes = segment.bytes();
    put(this.#key('l', segment.base), bytes);
    this.#intervals.note(segment.base, bytes.length);
  }

  #keepText(text: string, version: number, metadata: DocumentMetadata, put: Put): void {
    const old = this.#keyframe;
    const pieces = Math.ceil(text.length / TEXT_PIECE);
    for (let i = 0; i < pieces; i++) {
      put(this.#key('t', version, i), text.slice(i * TEXT_PIECE, (i + 1) * TEXT_PIECE));
    }
    this.#keyframe = { version, pieces, loggedSince: 0, places: 0 };
    this.keepMetadata(metadata, put);
    for (let i = 0; i < old.pieces; i++) put(this.#key('t', old.version, i), undefined);
  }

  /** Numbers are padded so that keys sort numerically. */
  #key(...parts: (string | number)[]): string {
    const path = parts.map((part) => (typeof part === 'number' ? String(part).padStart(12, '0') : part));
    return ['d', this.id, ...path].join('/');
  }
}

/** What the keys of a document begin with. */
export function documentKeys(id: number): string {
  return `d/${id}/`;
}

/** The cost of reading and applying an entry, in places. */
function weigh({ change }: LogEntry): number {
  return EDIT_PLACES + countPlaces(change);
}

function* readSegments(
  segments: readonly Uint8Array[],
): Generator<undefined, { bytes: Uint8Array; entries: LogEntry[] }[]> {
  const read = [];
  let unbroken = 0;
  for (const bytes of segments) {
    if (unbroken >= READ_BYTES) {
      unbroken = 0;
      yield;
    }
    unbroken += bytes.length;
    // A single value may be as large as many, so it is read in pieces.
    const { entries } = yield* readInPieces(bytes, READ_BYTES);
    read.push({ bytes, entries });
  }
  return read;
}
