/** A document on the server: the order of its edits, the resulting text, and how much of it is durable. */
import { type ChangeSet, Text } from '@codemirror/state';
import { type Clock, pausing, type Storage } from '../engine/platform.js';
import type { Limits } from '../shared/limits.js';
import { utf8Length } from '../shared/plain-text.js';
import type { Refusal } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { applyAll, applyChange, countPlaces, textOf } from '../shared/text-change.js';
import { bytesGrown, hashText, keepsCharacters } from '../shared/wire/change.js';
import type { UnreadLogEntry } from '../shared/wire/log-segment.js';
import { type DocumentMetadata, DocumentStore, type LoadedDocument, type Put } from './document-store.js';
import type { LogEntry } from './log-segment-writer.js';
import { reversalOf } from './reversal.js';

/** Replicas whose last sequence is stored with a keyframe. */
const SEEN_KEPT = 1_000;
/** Entries kept in memory for returning sessions, and the places they change; older ones are read from storage. */
const REMEMBERED = 4_000;
const REMEMBERED_PLACES = 200_000;

/** Limit on places, its own plus those of the entries it is mapped over, for one submission: about 20 ms. Sessions that are up to date need almost none. */
const MAPPING_WORK = 200_000;

/** Limit on edits and places that a position is mapped over: less than a millisecond. */
const POSITION_WORK = 20_000;

/** An entry in memory, with its number of places. */
interface Remembered extends LogEntry {
  places: number;
}

/** An accepted edit, and the number of places it was mapped over. */
interface Taken {
  entry: LogEntry;
  mapped: number;
}

/** An edit of which parts are still to come: the version and text before it, and how often its author has left since. */
interface Unfinished {
  version: number;
  text: Text;
  /** Tells the room, some time after the author left, whether they have come back and left again meanwhile. */
  absences: number;
}

/** The edit is refused. */
export class EditRefused extends Error {
  override name = 'EditRefused';
  constructor(
    readonly reason: Refusal,
    sentence: string,
  ) {
    super(sentence);
  }
}

export class RoomDocument {
  text = Text.empty;
  version = 0;
  /** The latest durable version and its text: what a newcomer may start from. */
  durable = { version: 0, text: Text.empty };
  /** Texts that the next batches put on disk, oldest first. */
  #undurable: { version: number; text: Text }[] = [];
  name = '';
  language = '';
  #bytes = 0;
  #log: Remembered[] = [];
  /** Places of all entries in memory. */
  #places = 0;
  #seen = new Map<number, { sequence: number; version: number }>();
  /** Unfinished edits, by author. */
  readonly unfinished = new Map<number, Unfinished>();
  readonly #store: DocumentStore;

  private constructor(
    readonly id: number,
    private readonly limits: Limits,
    storage: Storage,
  ) {
    this.#store = new DocumentStore(id, storage, limits.historyBytes);
  }

  /** `stored` says whether anything may be on disk; it is read at once, but parsed only when `before` has resolved. */
  static async load(
    id: number,
    limits: Limits,
    storage: Storage,
    clock: Clock,
    stored = true,
    before?: Promise<unknown>,
  ): Promise<RoomDocument> {
    const document = new RoomDocument(id, limits, storage);
    const [values] = await Promise.all([stored ? document.#store.read() : null, before]);
    if (values) await document.#restore(await document.#store.load(values, clock), clock);
    else document.#store.resume(0, 0, clock.now());
    return document;
  }

  sequenceOf(replica: number): number {
    return this.#seen.get(replica)?.sequence ?? 0;
  }

  hash(): number {
    return hashText(this.text);
  }

  /** Size of the text in UTF-8 bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  get historyBytes(): number {
    return this.#store.historyBytes;
  }

  /** The first version after which all entries are in memory. */
  get floor(): number {
    return this.version - this.#log.length;
  }

  since(version: number): readonly LogEntry[] {
    return this.#since(version);
  }

  #since(version: number): Remembered[] {
    return this.#log.slice(version - this.floor);
  }

  /** Maps a submission over the entries since `base`, one at a time, checks it and applies it. Returns null when it was applied before. */
  submit(
    author: number,
    base: number,
    sequence: number,
    read: (length: number) => ChangeSet,
    time: number,
    more = false,
    allows: (change: ChangeSet) => boolean = () => true,
  ): Taken | null {
    const seen = this.#seen.get(author);
    if (seen && sequence <= seen.sequence) return null;
    if (seen && base < seen.version) throw new EditRefused('stale', sentenceFor('edit-too-old'));
    const { change, mapped } = this.#bring(base, read);
    if (!allows(change)) throw new EditRefused('invalid', sentenceFor('results-of-others'));
    const { version, text } = this;
    const entry = this.#apply(author, sequence, change, time);
    if (!more) this.unfinished.delete(author);
    else if (!this.unfinished.has(author)) this.unfinished.set(author, { version, text, absences: 0 });
    return { entry, mapped };
  }

  /** A change made on version `base`, mapped to the current text. Throws EditRefused. */
  bring(base: number, read: (length: number) => ChangeSet): ChangeSet {
    const { change } = this.#bring(base, read);
    if (!keepsCharacters(change, this.text)) throw new EditRefused('invalid', sentenceFor('character-cut'));
    return change;
  }

  #bring(base: number, read: (length: number) => ChangeSet): { change: ChangeSet; mapped: number } {
    if (base > this.version || base < this.floor) throw new EditRefused('stale', sentenceFor('edit-too-old'));
    const entries = this.#since(base);
    let change = read(entries[0]?.change.length ?? this.text.length);
    const places = countPlaces(change);
    let mapped = 0;
    for (const entry of entries) {
      mapped += places + entry.places;
      if (mapped > MAPPING_WORK) throw new EditRefused('stale', sentenceFor('edit-too-far-behind'));
    }
    for (const entry of entries) change = change.map(entry.change);
    // A deletion of one range may have been mapped to thousands of places: the session splits such a change when it has caught up.
    if (entries.length > 0 && countPlaces(change) > this.limits.changePlaces)
      throw new EditRefused('stale', sentenceFor('edit-too-far-behind'));
    return { change, mapped };
  }

  /** Applies an edit that the room makes itself, in its own name or in that of `author`. */
  write(author: number, change: ChangeSet, time: number, sequence = this.sequenceOf(author) + 1): LogEntry {
    return this.#apply(author, sequence, change, time);
  }

  /** Returns the change that undoes an author's unfinished edit and marks that edit as finished; null when it is too old, or there is nothing to undo. */
  abandoned(author: number): ChangeSet | null {
    const begun = this.unfinished.get(author);
    this.unfinished.delete(author);
    if (!begun || begun.version < this.floor) return null;
    const back = reversalOf(author, begun.text, this.#since(begun.version));
    const fits = back && this.#bytes + bytesGrown(back, this.text) <= this.limits.fileBytes;
    return fits && keepsCharacters(back, this.text) ? back : null;
  }

  /** Maps a position of an older version to the current text; null when that version is not in memory any more, or the mapping would cost more than an edit. */
  mapPosition(version: number, position: number): number | null {
    if (version < this.floor || version > this.version) return null;
    const entries = this.#since(version);
    let places = 0;
    for (const entry of entries) {
      places += 1 + entry.places;
      if (places > POSITION_WORK) return null;
    }
    if (position > (entries[0]?.change.length ?? this.text.length)) return null;
    return entries.reduce((at, entry) => entry.change.mapPos(at, -1), position);
  }

  /** Puts what the next batch has to store; returns the version that becomes durable with it. */
  collect(now: number, put: Put): number {
    const { version, text } = this;
    this.#store.collect(text, version, this.#bytes, () => this.#metadata(), now, put);
    if (version > (this.#undurable.at(-1) ?? this.durable).version) this.#undurable.push({ version, text });
    return version;
  }

  /** Marks everything up to `version` as durable. */
  settle(version: number): void {
    while (this.#undurable[0] && this.#undurable[0].version <= version) {
      this.durable = this.#undurable.shift() ?? this.durable;
    }
  }

  describe(name: string, language: string, put: Put): void {
    this.name = name;
    this.language = language;
    this.#store.keepMetadata(this.#metadata(), put);
  }

  /** The log as it is on disk, oldest segment first. */
  segments(): Promise<Uint8Array[]> {
    return this.#store.segments();
  }

  /** Bytes of the log after `version`, as far as known. */
  logBytesSince(version: number): number {
    return this.#store.logBytesSince(version);
  }

  /** Entries after `version` that are no longer in memory, read from storage. */
  async older(version: number): Promise<UnreadLogEntry[]> {
    return version >= this.floor ? [] : this.#store.entriesAfter(version);
  }

  #apply(author: number, sequence: number, change: ChangeSet, time: number): LogEntry {
    if (!keepsCharacters(change, this.text)) throw new EditRefused('invalid', sentenceFor('character-cut'));
    const bytes = this.#bytes + bytesGrown(change, this.text);
    if (bytes > this.limits.fileBytes && bytes > this.#bytes) {
      const kib = Math.floor(this.limits.fileBytes / 1024);
      throw new EditRefused('too-large', sentenceFor('file-too-large', { kib }));
    }
    this.text = applyChange(change, this.text);
    this.#bytes = bytes;
    const entry: LogEntry = { version: this.version + 1, author, sequence, time, change };
    this.#remember(entry);
    this.#store.append(entry);
    return entry;
  }

  #remember(entry: LogEntry): void {
    this.version = entry.version;
    const remembered = { ...entry, places: countPlaces(entry.change) };
    this.#log.push(remembered);
    this.#places += remembered.places;
    this.#forget();
    // When the room undoes an edit in its author's name, that entry has no sequence of the author's.
    const sequence = Math.max(entry.sequence, this.sequenceOf(entry.author));
    this.#seen.set(entry.author, { sequence, version: entry.version });
  }

  /** Drops half of the entries at a time, so that most edits cost nothing extra; never entries that may not be durable yet. */
  #forget(): void {
    if (this.#log.length <= REMEMBERED * 2 && this.#places <= REMEMBERED_PLACES * 2) return;
    let [forgotten, places] = [0, this.#places];
    for (const entry of this.#log) {
      const much = this.#log.length - forgotten > REMEMBERED || places > REMEMBERED_PLACES;
      if (!much || entry.version > this.durable.version) break;
      forgotten++;
      places -= entry.places;
    }
    if (forgotten === 0) return;
    this.#log = this.#log.slice(forgotten);
    this.#places = places;
  }

  #metadata(): DocumentMetadata {
    // A replica that has been inactive for so long recognises its edits in the log, if it returns at all.
    const recent = [...this.#seen].sort(([, a], [, b]) => b.version - a.version).slice(0, SEEN_KEPT);
    const seen = recent.map(([replica, at]): [number, number, number] => [replica, at.sequence, at.version]);
    return { name: this.name, language: this.language, seen };
  }

  async #restore({ name, language, seen, texts, version, entries }: LoadedDocument, clock: Clock): Promise<void> {
    Object.assign(this, { name, language, version });
    for (const [replica, sequence, at] of seen) this.#seen.set(replica, { sequence, version: at });
    const changes = entries.map(({ change }) => change);
    const text = await pausing(applyAll(texts.join(''), changes), clock);
    this.text = await pausing(textOf(text), clock);
    this.#bytes = utf8Length(text);
    if (texts.length > 1) await clock.pause();
    this.durable = { version: version + entries.length, text: this.text };
    for (const entry of entries) this.#remember(entry);
    this.#store.resume(this.version, this.text.length, clock.now());
  }
}
