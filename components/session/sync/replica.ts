/**
 * One person's copy of a document: what the room has confirmed, what is on its way, and what waits behind it.
 *
 * Invariant: text = confirmed + inflight + parts + buffer. Changes of others are mapped one at a time, never composed first:
 * mapping through a composed delete and insert is not the mapping through the parts, and copies would drift apart.
 */
import { ChangeSet, Text } from '@codemirror/state';
import { LIMITS } from '../../../party/shared/limits.js';
import { TAKEN_BACK } from '../../../party/shared/protocol.js';
import { splitChange } from '../../../party/shared/split-change.js';
import { applyChange, composeAll } from '../../../party/shared/text-change.js';
import { hashText, replacement } from '../../../party/shared/wire/change.js';
import { type Inflight, packReplica, type ReplicaSnapshot, type Undurable, unpackReplica } from './replica-snapshot.js';

/** Others edit while a change of many places is on its way: below so many places it gets through whatever they do. */
const FEWEST_PLACES = 50;

/** A change as the room applied it; it is read for the length of the text before. */
export interface Received {
  version: number;
  author: number;
  sequence: number;
  lag: number;
  change: (length: number) => ChangeSet;
}

/** `part`: more of the same edit follows. */
export type Submission = { base: number; sequence: number; change: ChangeSet; part: boolean };

export interface ReplicaEvents {
  /** Send this to the room. */
  submit(submission: Submission): void;
  /** The room has applied a change, giving `version`. */
  confirmed(version: number, change: ChangeSet): void;
  /** The text has changed by somebody else's hand: show it. `author` is 0 when it was no single person's edit. */
  show(change: ChangeSet, author: number): void;
}

export class Replica {
  /** What the person sees. */
  text = Text.empty;
  confirmed = Text.empty;
  version = 0;
  /** Up to here nothing can be taken back. */
  durable = 0;
  #author = 0;
  #sequence = 0;
  /** Only a replica that has caught up may submit. */
  #online = false;
  #inflight: Inflight | null = null;
  /** What is still to be sent of the edit that `inflight` is a part of. */
  #parts: readonly ChangeSet[] = [];
  /** One after the other they take back what the room has confirmed of that edit, the newest first; made on `confirmed`. */
  #undo: readonly ChangeSet[] = [];
  /** Edits after that one. */
  #buffer: ChangeSet | null = null;
  #tail: Undurable[] = [];
  /** Places of the next submission. */
  #places = LIMITS.changePlaces;

  constructor(private readonly events: ReplicaEvents) {}

  /** Edits the room has not confirmed yet, each made on the text after the one before, the first on `confirmed`. */
  get pending(): readonly ChangeSet[] {
    const edit = this.#inflight ? [this.#inflight.change, ...this.#parts] : this.#parts;
    return this.#buffer ? [...edit, this.#buffer] : edit;
  }

  /** The room has confirmed every edit of mine. */
  get settled(): boolean {
    return !this.#inflight && this.#parts.length === 0 && !this.#buffer;
  }

  /** True when every edit of mine is on the room's disk. */
  get saved(): boolean {
    return this.settled && !this.#tail.some((entry) => entry.own && entry.version > this.durable);
  }

  snapshot(): ReplicaSnapshot {
    const { confirmed, version, durable } = this;
    return packReplica({
      confirmed,
      version,
      durable,
      author: this.#author,
      sequence: this.#sequence,
      inflight: this.#inflight,
      parts: this.#parts,
      undo: this.#undo,
      buffer: this.#buffer,
      tail: this.#tail,
    });
  }

  /** Takes up where an earlier replica left off. */
  restore(snapshot: ReplicaSnapshot): void {
    const { confirmed, version, durable, ...state } = unpackReplica(snapshot);
    const before = this.text;
    Object.assign(this, { confirmed, version, durable });
    this.#author = state.author;
    this.#sequence = state.sequence;
    this.#inflight = state.inflight;
    this.#parts = state.parts;
    this.#undo = state.undo;
    this.#buffer = state.buffer;
    this.#tail = state.tail;
    const pending = composeAll(this.pending);
    const shown = replacement(before, pending ? applyChange(pending, confirmed) : confirmed);
    if (shown) this.#show(shown, 0);
  }

  /** An edit of the person, made on `text`. */
  edit(change: ChangeSet): void {
    this.text = applyChange(change, this.text);
    const buffer = this.#buffer ? this.#buffer.compose(change) : change;
    this.#buffer = buffer.empty ? null : buffer;
    this.#flush();
  }

  /** An edit the room has applied. Returns the text with an edit of mine that this takes back. Throws RangeError when one before it is missing. */
  receive({ version, author, sequence, lag, change: read }: Received): Text | null {
    if (version !== this.version + 1) throw new RangeError(`Version ${version} came after ${this.version}.`);
    this.acknowledge(version - lag);
    if (this.#inflight && this.#inflight.author === author && this.#inflight.sequence === sequence) {
      const { change } = this.#inflight;
      this.#inflight = null;
      const inverse = this.#confirm(change, true);
      this.#places = LIMITS.changePlaces;
      this.#undo = this.#parts.length > 0 ? [inverse, ...this.#undo] : [];
      this.#flush();
      return null;
    }
    const lost = author === this.#author && sequence === TAKEN_BACK && this.#undo.length > 0 ? this.text : null;
    if (lost) this.#giveUp([]);
    this.#remote(read(this.confirmed.length), author);
    this.#flush();
    return lost;
  }

  /** Everything up to `durable` is on the room's disk. */
  acknowledge(durable: number): void {
    if (durable <= this.durable) return;
    this.durable = durable;
    const kept = this.#tail.findIndex((entry) => entry.version > durable);
    this.#tail = kept < 0 ? [] : this.#tail.slice(kept);
  }

  /** The connection is gone; edits wait. */
  disconnect(): void {
    this.#online = false;
  }

  /**
   * The room goes on from version `from`. If this copy is ahead, the room has lost its undurable tail in a crash: others'
   * edits after `from` are taken out, mine become pending again.
   */
  rewind(from: number, durable: number): void {
    let shown: ChangeSet | null = null;
    if (this.version > from) this.#takeBack();
    while (this.version > from) {
      const entry = this.#tail.pop();
      if (!entry) throw new RangeError(`The room went back to version ${from}, which had been durable.`);
      if (entry.own) {
        this.#parts = [entry.change, ...this.#parts];
        if (this.#undo.length > 0) this.#undo = [entry.change, ...this.#undo];
      } else {
        const undone = this.#mapPending(entry.inverse);
        shown = shown ? shown.compose(undone) : undone;
      }
      this.confirmed = applyChange(entry.inverse, this.confirmed);
      this.version--;
    }
    this.acknowledge(durable);
    if (shown) this.#show(shown, 0);
  }

  /**
   * The room's whole text in place of what was here. Of the same history and version (`merge`), my pending edits are put
   * back on it; otherwise they cannot be: returns the text with them, for a copy to be offered.
   */
  replace(text: Text, version: number, durable: number, merge: boolean): Text | null {
    if (!this.settled && merge) {
      const repair = replacement(this.confirmed, text);
      if (repair) this.#remote(repair, 0, version - this.version);
      this.version = version;
      this.#tail = [];
      this.acknowledge(durable);
      return null;
    }
    const lost = this.settled ? null : this.text;
    const shown = replacement(this.text, text);
    Object.assign(this, { confirmed: text, version, durable });
    [this.#parts, this.#undo, this.#tail] = [[], [], []];
    this.#inflight = this.#buffer = null;
    if (shown) this.#show(shown, 0);
    return lost;
  }

  /** Everything missed has been received: pending edits go out, those that were on their way once more. */
  resume(author: number, lastSequence: number): void {
    if (author !== this.#author) this.#sequence = 0;
    this.#author = author;
    this.#sequence = Math.max(this.#sequence, lastSequence);
    this.#online = true;
    // What did not get through in one piece may do so in smaller ones.
    if (this.#inflight) this.#places = Math.max(FEWEST_PLACES, Math.floor(this.#places / 2));
    this.#takeBack();
    this.#flush();
  }

  /**
   * The room does not take this submission: the whole edit that it is part of is undone here, and in the room as far as it was
   * confirmed, unless the room takes no more edits (`revert` false). Later edits stay. False: this is not on its way.
   */
  refused(sequence: number, revert: boolean): boolean {
    if (this.#inflight?.sequence !== sequence) return false;
    this.#giveUp(revert ? this.#undo : []);
    this.#flush();
    return true;
  }

  /** Takes the edit that is on its way out of the text; `undo`, to be sent, what the room has of it. */
  #giveUp(undo: readonly ChangeSet[]): void {
    this.#takeBack();
    const back = (composeAll(this.#parts) ?? ChangeSet.empty(this.confirmed.length)).invert(this.confirmed);
    const whole = composeAll([back, ...undo]) ?? back;
    const shown = this.#buffer ? whole.map(this.#buffer, true) : whole;
    const buffer = this.#buffer?.map(whole);
    this.#parts = undo;
    this.#undo = [];
    this.#buffer = buffer && !buffer.empty ? buffer : null;
    this.#show(shown, 0);
  }

  /** Compared with the room's when nothing is pending. */
  hash(): number {
    return hashText(this.confirmed);
  }

  /** What is on its way counts as not sent. */
  #takeBack(): void {
    if (this.#inflight) this.#parts = [this.#inflight.change, ...this.#parts];
    this.#inflight = null;
  }

  #flush(): void {
    if (!this.#online || this.#inflight) return;
    this.#parts = this.#parts.filter((part) => !part.empty);
    if (this.#parts.length === 0) {
      this.#undo = [];
      if (!this.#buffer) return;
      this.#parts = [this.#buffer];
      this.#buffer = null;
    }
    const [next, ...later] = this.#parts as [ChangeSet, ...ChangeSet[]];
    // Others' edits may have made more places of it since it was parted.
    const [change, ...rest] = splitChange(next, this.#places) as [ChangeSet, ...ChangeSet[]];
    this.#parts = rest.concat(later);
    this.#inflight = { author: this.#author, sequence: ++this.#sequence, change };
    this.events.submit({ base: this.version, sequence: this.#sequence, change, part: this.#parts.length > 0 });
  }

  #remote(change: ChangeSet, author: number, versions = 1): void {
    this.#confirm(change, false, versions);
    this.#show(this.#mapPending(change), author);
  }

  /** Brings what is pending behind a change of the confirmed text; returns that change as one of the text the person sees. */
  #mapPending(change: ChangeSet): ChangeSet {
    let shown = change;
    const behind = (mine: ChangeSet) => {
      const mapped = mine.map(shown);
      shown = shown.map(mine, true);
      return mapped;
    };
    this.#undo = this.#undo.map(behind);
    shown = change;
    if (this.#inflight) this.#inflight.change = behind(this.#inflight.change);
    this.#parts = this.#parts.map(behind);
    this.#buffer &&= behind(this.#buffer);
    return shown;
  }

  /** Returns what takes the change back. */
  #confirm(change: ChangeSet, own: boolean, versions = 1): ChangeSet {
    const inverse = change.invert(this.confirmed);
    this.confirmed = own && this.settled ? this.text : applyChange(change, this.confirmed);
    this.version += versions;
    this.events.confirmed(this.version, change);
    if (this.version > this.durable) this.#tail.push({ version: this.version, own, change, inverse });
    return inverse;
  }

  #show(change: ChangeSet, author: number): void {
    this.text = this.settled ? this.confirmed : applyChange(change, this.text);
    this.events.show(change, author);
  }
}
