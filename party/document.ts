/** A document as the room keeps it: the one order of edits, the text they give, and what of it is on disk. */
import { type ChangeSet, Text } from '@codemirror/state';
import { type Entry, LogChunk, readLogChunk } from './log-chunk.js';
import type { Storage } from './platform.js';
import { bytesGrown, hashText, keepsCharacters, utf8Length } from './shared/change.js';
import type { Limits } from './shared/limits.js';
import type { Refusal } from './shared/protocol.js';

/** Log bytes after which a new stored value is begun: each keystroke rewrites the last one, so it stays small. */
const CHUNK_BYTES = 8 * 1024;
/** Log bytes after which the text is stored whole, so that loading stays quick; at least the text's own size. */
const KEYFRAME_BYTES = 64 * 1024;
/** A stored value's share of a keyframe, in UTF-16 units: three bytes each at most stay under the engine's 128 KiB. */
const TEXT_PIECE = 40_000;
/** Entries kept in memory for those who come back; older ones are read from storage. */
const REMEMBERED = 4_000;

/** Entries times sections that one submission may make the room map: a few milliseconds. Sessions that have caught up need next to none. */
const MAPPING_WORK = 100_000;

/** An edit the room does not take. */
export class EditRefused extends Error {
  override name = 'EditRefused';
  constructor(
    readonly reason: Refusal,
    sentence: string,
  ) {
    super(sentence);
  }
}

interface Meta {
  name: string;
  language: string;
  keyframe: number;
  pieces: number;
  /** replica, its last sequence, the version that gave. */
  seen: [number, number, number][];
}

export class RoomDocument {
  text = Text.empty;
  version = 0;
  durable = 0;
  name = '';
  language = '';
  #bytes = 0;
  #log: Entry[] = [];
  #seen = new Map<number, { sequence: number; version: number }>();
  #chunk: LogChunk;
  #collected = 0;
  #keyframe = { version: 0, pieces: 0, loggedSince: 0 };

  private constructor(
    readonly id: number,
    private readonly limits: Limits,
    private readonly storage: Storage,
    now: number,
  ) {
    this.#chunk = new LogChunk(0, 0, now);
  }

  static async load(id: number, limits: Limits, storage: Storage, now: number): Promise<RoomDocument> {
    const document = new RoomDocument(id, limits, storage, now);
    // Until the first name, language or keyframe there is only the log.
    const unnamed: Meta = { name: '', language: '', keyframe: 0, pieces: 0, seen: [] };
    const meta = (await storage.read(document.#key('m'))).get(document.#key('m')) as Meta | undefined;
    await document.#restore(meta ?? unnamed, now);
    return document;
  }

  sequenceOf(replica: number): number {
    return this.#seen.get(replica)?.sequence ?? 0;
  }

  hash(): number {
    return hashText(this.text);
  }

  /** The first version after which all entries are in memory. */
  get floor(): number {
    return this.version - this.#log.length;
  }

  since(version: number): Entry[] {
    return this.#log.slice(version - this.floor);
  }

  /** Maps a submission over what came since `base`, one entry at a time, and applies it; null when it has been applied before. */
  submit(
    author: number,
    base: number,
    sequence: number,
    read: (length: number) => ChangeSet,
    time: number,
  ): Entry | null {
    const seen = this.#seen.get(author);
    if (seen && sequence <= seen.sequence) return null;
    if (base > this.version || base < this.floor || (seen && base < seen.version)) {
      throw new EditRefused(
        'stale',
        'This edit was made on a version the room no longer knows. The room sends the current text.',
      );
    }
    const entries = this.since(base);
    let change = read(entries[0]?.change.length ?? this.text.length);
    if (entries.length * sectionsOf(change) > MAPPING_WORK) {
      throw new EditRefused('stale', 'This edit is too far behind. Catch up first, then send it again.');
    }
    for (const entry of entries) change = change.map(entry.change);
    return this.#apply(author, sequence, change, time);
  }

  /** An edit of the room's own: starter code. */
  write(author: number, change: ChangeSet, time: number): Entry {
    return this.#apply(author, this.sequenceOf(author) + 1, change, time);
  }

  /** Where a position of an older version is now; null when that version is out of memory. */
  mapPosition(version: number, position: number): number | null {
    if (version < this.floor || version > this.version) return null;
    const entries = this.since(version);
    if (position > (entries[0]?.change.length ?? this.text.length)) return null;
    return entries.reduce((at, entry) => entry.change.mapPos(at, -1), position);
  }

  /** What a batch has to store so that everything up to the current version is durable with it. */
  collect(put: (key: string, value: unknown) => void): number {
    if (this.#collected === this.version) return this.version;
    put(this.#key('l', this.#chunk.base), this.#chunk.bytes());
    this.#collected = this.version;
    if (this.#chunk.size >= CHUNK_BYTES) this.#nextChunk(put);
    return this.version;
  }

  describe(name: string, language: string, put: (key: string, value: unknown) => void): void {
    this.name = name;
    this.language = language;
    put(this.#key('m'), this.#meta());
  }

  /** Entries after `version` that are no longer in memory, from storage. */
  async older(version: number): Promise<Entry[]> {
    if (version >= this.floor) return [];
    const chunks = await this.storage.read(this.#key('l'));
    const entries: Entry[] = [];
    for (const value of chunks.values()) entries.push(...readLogChunk(value as Uint8Array));
    return entries.filter((entry) => entry.version > version);
  }

  #apply(author: number, sequence: number, change: ChangeSet, time: number): Entry {
    if (!keepsCharacters(change, this.text)) {
      throw new EditRefused('invalid', 'This edit would cut a character in two.');
    }
    const bytes = this.#bytes + bytesGrown(change, this.text);
    if (bytes > this.limits.fileBytes && bytes > this.#bytes) {
      throw new EditRefused(
        'too-large',
        `A file holds at most ${Math.floor(this.limits.fileBytes / 1024)} KiB. Remove something first.`,
      );
    }
    this.text = change.apply(this.text);
    this.#bytes = bytes;
    const entry: Entry = { version: this.version + 1, author, sequence, time, change };
    this.#remember(entry);
    this.#chunk.append(entry);
    return entry;
  }

  #remember(entry: Entry): void {
    this.version = entry.version;
    this.#log.push(entry);
    // Trimmed by halves, so that most edits pay nothing for it.
    if (this.#log.length > REMEMBERED * 2) this.#log = this.#log.slice(-REMEMBERED);
    this.#seen.set(entry.author, { sequence: entry.sequence, version: entry.version });
  }

  #nextChunk(put: (key: string, value: unknown) => void): void {
    this.#keyframe.loggedSince += this.#chunk.size;
    this.#chunk = new LogChunk(this.version, this.text.length, this.#log.at(-1)?.time ?? 0);
    if (this.#keyframe.loggedSince >= Math.max(KEYFRAME_BYTES, this.#bytes)) this.#keepText(put);
  }

  #keepText(put: (key: string, value: unknown) => void): void {
    const old = this.#keyframe;
    const text = this.text.toString();
    const pieces = Math.ceil(text.length / TEXT_PIECE);
    for (let i = 0; i < pieces; i++)
      put(this.#key('t', this.version, i), text.slice(i * TEXT_PIECE, (i + 1) * TEXT_PIECE));
    this.#keyframe = { version: this.version, pieces, loggedSince: 0 };
    put(this.#key('m'), this.#meta());
    for (let i = 0; i < old.pieces; i++) put(this.#key('t', old.version, i), undefined);
  }

  #meta(): Meta {
    const { version: keyframe, pieces } = this.#keyframe;
    const seen = [...this.#seen].map(([replica, at]): [number, number, number] => [replica, at.sequence, at.version]);
    return { name: this.name, language: this.language, keyframe, pieces, seen };
  }

  async #restore(meta: Meta, now: number): Promise<void> {
    const pieces = await this.storage.read(this.#key('t', meta.keyframe));
    const text = [...pieces.values()].join('');
    this.text = Text.of(text.split('\n'));
    this.#bytes = utf8Length(text);
    this.version = meta.keyframe;
    this.name = meta.name;
    this.language = meta.language;
    for (const [replica, sequence, version] of meta.seen) this.#seen.set(replica, { sequence, version });
    const chunks = await this.storage.read(this.#key('l'), this.#key('l', meta.keyframe));
    let logged = 0;
    for (const value of chunks.values()) {
      logged += (value as Uint8Array).length;
      for (const entry of readLogChunk(value as Uint8Array)) {
        this.text = entry.change.apply(this.text);
        this.#remember(entry);
      }
    }
    this.#bytes = utf8Length(this.text.toString());
    this.durable = this.version;
    this.#collected = this.version;
    this.#keyframe = { version: meta.keyframe, pieces: meta.pieces, loggedSince: logged };
    this.#chunk = new LogChunk(this.version, this.text.length, now);
  }

  /** Numbers are padded so that keys sort as they count. */
  #key(...parts: (string | number)[]): string {
    const path = parts.map((part) => (typeof part === 'number' ? String(part).padStart(12, '0') : part));
    return ['d', this.id, ...path].join('/');
  }
}

function sectionsOf(change: ChangeSet): number {
  let sections = 0;
  change.iterChangedRanges(() => {
    sections++;
  }, true);
  return sections;
}
