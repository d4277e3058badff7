/** A document as the room keeps it: the one order of edits, the text they give, and what of it is on disk. */
import { type ChangeSet, Text } from '@codemirror/state';
import { type Clock, pausing, type Storage } from '../engine/platform.js';
import type { Limits } from '../shared/limits.js';
import { utf8Length } from '../shared/plain-text.js';
import type { Refusal } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { applyAll, applyChange, countPlaces, textOf } from '../shared/text-change.js';
import { bytesGrown, hashText, keepsCharacters } from '../shared/wire/change.js';
import type { UnreadEntry } from '../shared/wire/log-segment.js';
import { type About, DocumentStore, type LoadedDocument, type Put } from './document-store.js';
import type { Entry } from './log-segment-writer.js';
import { reversalOf } from './reversal.js';

/** Replicas whose last sequence is stored with a keyframe. */
const SEEN_KEPT = 1_000;
/** Entries kept in memory for those who come back, and places that they change; older ones are read from storage. */
const REMEMBERED = 4_000;
const REMEMBERED_PLACES = 200_000;

/** Places, its own and those of the entries it is mapped over, that one submission may make the room go through: 20 ms. Sessions that have caught up need next to none. */
const MAPPING_WORK = 200_000;

/** Edits and places that a position is brought over: less than a millisecond. */
const POSITION_WORK = 20_000;

/** As it is kept in memory. */
interface Remembered extends Entry {
  places: number;
}

/** An edit the room has taken, and the places it was mapped over. */
interface Taken {
  entry: Entry;
  mapped: number;
}

/** An edit of which parts are still to come: the text before it, and how often its author has gone since. */
interface Unfinished {
  version: number;
  text: Text;
  absences: number;
}

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

export class RoomDocument {
  text = Text.empty;
  version = 0;
  /** The text up to which nothing can be lost any more, and its version: what somebody new may start from. */
  durable = { version: 0, text: Text.empty };
  /** Texts that a batch is to put on disk, oldest first. */
  #undurable: { version: number; text: Text }[] = [];
  name = '';
  language = '';
  #bytes = 0;
  #log: Remembered[] = [];
  /** Of all entries in memory together. */
  #places = 0;
  #seen = new Map<number, { sequence: number; version: number }>();
  /** Edits of which parts are still to come, by author. */
  readonly unfinished = new Map<number, Unfinished>();
  readonly #store: DocumentStore;

  private constructor(
    readonly id: number,
    private readonly limits: Limits,
    storage: Storage,
  ) {
    this.#store = new DocumentStore(id, storage, limits.historyBytes);
  }

  /** `stored`: there may be something on disk; it is read at once, and made a text of when `before` is done. */
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

  /** Of the text, as UTF-8. */
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

  since(version: number): readonly Entry[] {
    return this.#since(version);
  }

  #since(version: number): Remembered[] {
    return this.#log.slice(version - this.floor);
  }

  /** Maps a submission over what came since `base`, one entry at a time, and applies it, if it is allowed as it is then; null when it has been applied before. */
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
    if (base > this.version || base < this.floor || (seen && base < seen.version)) {
      throw new EditRefused('stale', sentenceFor('edit-too-old'));
    }
    const entries = this.#since(base);
    let change = read(entries[0]?.change.length ?? this.text.length);
    const places = countPlaces(change);
    let mapped = 0;
    for (const entry of entries) {
      mapped += places + entry.places;
      if (mapped > MAPPING_WORK) throw new EditRefused('stale', sentenceFor('edit-too-far-behind'));
    }
    for (const entry of entries) change = change.map(entry.change);
    // What was deleted in one place may be in thousands now: sessions part such a change when they have caught up.
    if (entries.length > 0 && countPlaces(change) > this.limits.changePlaces)
      throw new EditRefused('stale', sentenceFor('edit-too-far-behind'));
    if (!allows(change)) throw new EditRefused('invalid', sentenceFor('results-of-others'));
    const { version, text } = this;
    const entry = this.#apply(author, sequence, change, time);
    if (!more) this.unfinished.delete(author);
    else if (!this.unfinished.has(author)) this.unfinished.set(author, { version, text, absences: 0 });
    return { entry, mapped };
  }

  /** An edit of the room's own: starter code. */
  write(author: number, change: ChangeSet, time: number, sequence = this.sequenceOf(author) + 1): Entry {
    return this.#apply(author, sequence, change, time);
  }

  /** What takes back such an edit as far as it has come, which counts as finished then; null when it is too long ago, or nothing to take back. */
  abandoned(author: number): ChangeSet | null {
    const begun = this.unfinished.get(author);
    this.unfinished.delete(author);
    if (!begun || begun.version < this.floor) return null;
    const back = reversalOf(author, begun.text, this.#since(begun.version));
    const fits = back && this.#bytes + bytesGrown(back, this.text) <= this.limits.fileBytes;
    return fits && keepsCharacters(back, this.text) ? back : null;
  }

  /** Where a position of an older version is now; null when that version is out of memory, or so much has changed since that it would cost more than an edit. */
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

  /** Puts what a batch has to store, and returns the version that is durable with it. */
  collect(now: number, put: Put): number {
    const { version, text } = this;
    this.#store.collect(text, version, this.#bytes, () => this.#about(), now, put);
    if (version > (this.#undurable.at(-1) ?? this.durable).version) this.#undurable.push({ version, text });
    return version;
  }

  /** Everything up to `version` is on disk. */
  settle(version: number): void {
    while (this.#undurable[0] && this.#undurable[0].version <= version) {
      this.durable = this.#undurable.shift() ?? this.durable;
    }
  }

  describe(name: string, language: string, put: Put): void {
    this.name = name;
    this.language = language;
    this.#store.keepAbout(this.#about(), put);
  }

  /** The log as it is on disk, oldest segment first. */
  segments(): Promise<Uint8Array[]> {
    return this.#store.segments();
  }

  /** Bytes of the log since then, as far as it is known. */
  logBytesSince(version: number): number {
    return this.#store.logBytesSince(version);
  }

  /** Entries after `version` that are no longer in memory, from storage. */
  async older(version: number): Promise<UnreadEntry[]> {
    return version >= this.floor ? [] : this.#store.entriesAfter(version);
  }

  #apply(author: number, sequence: number, change: ChangeSet, time: number): Entry {
    if (!keepsCharacters(change, this.text)) throw new EditRefused('invalid', sentenceFor('character-cut'));
    const bytes = this.#bytes + bytesGrown(change, this.text);
    if (bytes > this.limits.fileBytes && bytes > this.#bytes) {
      const kib = Math.floor(this.limits.fileBytes / 1024);
      throw new EditRefused('too-large', sentenceFor('file-too-large', { kib }));
    }
    this.text = applyChange(change, this.text);
    this.#bytes = bytes;
    const entry: Entry = { version: this.version + 1, author, sequence, time, change };
    this.#remember(entry);
    this.#store.append(entry);
    return entry;
  }

  #remember(entry: Entry): void {
    this.version = entry.version;
    const remembered = { ...entry, places: countPlaces(entry.change) };
    this.#log.push(remembered);
    this.#places += remembered.places;
    this.#forget();
    // What the room takes back in somebody's name has no number of theirs.
    const sequence = Math.max(entry.sequence, this.sequenceOf(entry.author));
    this.#seen.set(entry.author, { sequence, version: entry.version });
  }

  /** Trimmed by halves, so that most edits pay nothing for it; never what may not be on disk yet. */
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

  #about(): About {
    // A replica that has been silent for so long recognises its edits in the log, if it comes back at all.
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
