/** Where a document is kept: its log in stretches, now and then its whole text, and what it is called. */
import type { Text } from '@codemirror/state';
import { type Entry, LogChunk, readLogChunk } from './log-chunk.js';
import type { Storage } from './platform.js';

/** Log bytes after which a new stored value is begun: each keystroke rewrites the last one, so it stays small. */
const CHUNK_BYTES = 8 * 1024;
/** Log bytes after which the text is stored whole, so that loading stays quick; at least the text's own size. */
const KEYFRAME_BYTES = 64 * 1024;
/** A stored value's share of a keyframe, in UTF-16 units: three bytes each at most stay under the engine's 128 KiB. */
const TEXT_PIECE = 40_000;

export type Put = (key: string, value: unknown) => void;

/** What is stored of a document beside its text and log. */
export interface About {
  name: string;
  language: string;
  /** replica, its last sequence, the version that gave. */
  seen: [number, number, number][];
}

interface Meta extends About {
  /** Version of the stored text, and in how many pieces it lies. */
  keyframe: number;
  pieces: number;
}

export interface LoadedDocument extends About {
  /** The stored text, its version, and what came after it. */
  text: string;
  version: number;
  entries: Entry[];
}

export class DocumentStore {
  #chunk = new LogChunk(0, 0, 0);
  /** Chunks that take no more, and have not been stored as such. */
  #full: LogChunk[] = [];
  #collected = 0;
  #keyframe = { version: 0, pieces: 0, loggedSince: 0 };

  constructor(
    private readonly id: number,
    private readonly storage: Storage,
  ) {}

  /** Until the first name, language or keyframe there is only the log. */
  async load(): Promise<LoadedDocument> {
    const unnamed: Meta = { name: '', language: '', keyframe: 0, pieces: 0, seen: [] };
    const stored = (await this.storage.read(this.#key('m'))).get(this.#key('m')) as Meta | undefined;
    const { keyframe: version, pieces, ...about } = stored ?? unnamed;
    const text = [...(await this.storage.read(this.#key('t', version))).values()].join('');
    const chunks = [...(await this.storage.read(this.#key('l'), this.#key('l', version))).values()] as Uint8Array[];
    const loggedSince = chunks.reduce((bytes, chunk) => bytes + chunk.length, 0);
    this.#keyframe = { version, pieces, loggedSince };
    return { ...about, text, version, entries: chunks.flatMap(readLogChunk) };
  }

  /** Goes on from this version, which is stored; `length` of its text. */
  resume(version: number, length: number, now: number): void {
    this.#collected = version;
    this.#chunk = new LogChunk(version, length, now);
  }

  /** `length` of the text after the entry. */
  append(entry: Entry, length: number): void {
    this.#chunk.append(entry);
    // Not only when a batch is made up: while a slow disk writes, much may be added.
    if (this.#chunk.size < CHUNK_BYTES) return;
    this.#full.push(this.#chunk);
    this.#chunk = new LogChunk(entry.version, length, entry.time);
  }

  /** Puts what has to be stored so that everything up to `version` is durable with it. */
  collect(text: Text, version: number, bytes: number, about: () => About, now: number, put: Put): void {
    if (this.#collected === version) return;
    this.#collected = version;
    for (const chunk of this.#full) this.#keepChunk(chunk, put);
    this.#full = [];
    if (this.#keyframe.loggedSince >= Math.max(KEYFRAME_BYTES, bytes)) {
      this.#keepChunk(this.#chunk, put);
      this.#chunk = new LogChunk(version, text.length, now);
      this.#keepText(text.toString(), version, about(), put);
    } else if (this.#chunk.size > 0) {
      put(this.#key('l', this.#chunk.base), this.#chunk.bytes());
    }
  }

  keepAbout(about: About, put: Put): void {
    const { version: keyframe, pieces } = this.#keyframe;
    put(this.#key('m'), { ...about, keyframe, pieces } satisfies Meta);
  }

  /** The stored log, oldest stretch first. */
  async stretches(): Promise<Uint8Array[]> {
    return [...(await this.storage.read(this.#key('l'))).values()] as Uint8Array[];
  }

  /** Stored entries after `version`. */
  async entriesAfter(version: number): Promise<Entry[]> {
    const chunks = [...(await this.storage.read(this.#key('l'))).values()] as Uint8Array[];
    return chunks.flatMap(readLogChunk).filter((entry) => entry.version > version);
  }

  #keepChunk(chunk: LogChunk, put: Put): void {
    if (chunk.size > 0) put(this.#key('l', chunk.base), chunk.bytes());
    this.#keyframe.loggedSince += chunk.size;
  }

  #keepText(text: string, version: number, about: About, put: Put): void {
    const old = this.#keyframe;
    const pieces = Math.ceil(text.length / TEXT_PIECE);
    for (let i = 0; i < pieces; i++) {
      put(this.#key('t', version, i), text.slice(i * TEXT_PIECE, (i + 1) * TEXT_PIECE));
    }
    this.#keyframe = { version, pieces, loggedSince: 0 };
    this.keepAbout(about, put);
    for (let i = 0; i < old.pieces; i++) put(this.#key('t', old.version, i), undefined);
  }

  /** Numbers are padded so that keys sort as they count. */
  #key(...parts: (string | number)[]): string {
    const path = parts.map((part) => (typeof part === 'number' ? String(part).padStart(12, '0') : part));
    return ['d', this.id, ...path].join('/');
  }
}
