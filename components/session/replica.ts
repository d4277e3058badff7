/**
 * One person's copy of a document: what the room has confirmed, what is on its way, and what waits behind it.
 *
 * Invariant: text = confirmed + inflight + buffer. Changes of others are mapped one at a time, never composed first:
 * mapping through a composed delete and insert is not the mapping through the parts, and copies would drift apart.
 */
import { ChangeSet, Text } from '@codemirror/state';
import { hashText, replacement, splitChange } from '../../party/shared/change.js';
import { SUBMISSION_BYTES } from '../../party/shared/limits.js';
import { type Inflight, packReplica, type ReplicaSnapshot, type Undurable, unpackReplica } from './replica-snapshot.js';

/** UTF-16 units of inserted text that go out at once: three bytes each at most. */
const SUBMISSION_UNITS = Math.floor(SUBMISSION_BYTES / 3);

/** A change as the room applied it; it is read for the length of the text before. */
export interface Received {
  version: number;
  author: number;
  sequence: number;
  lag: number;
  change: (length: number) => ChangeSet;
}

export type Submission = { base: number; sequence: number; change: ChangeSet };

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
  #buffer: ChangeSet | null = null;
  #tail: Undurable[] = [];

  constructor(private readonly events: ReplicaEvents) {}

  /** Edits the room has not confirmed yet, as one; made on `confirmed`. */
  get pending(): ChangeSet | null {
    if (!this.#inflight) return this.#buffer;
    return this.#buffer ? this.#inflight.change.compose(this.#buffer) : this.#inflight.change;
  }

  /** True when every edit of mine is on the room's disk. */
  get saved(): boolean {
    return !this.pending && !this.#tail.some((entry) => entry.own && entry.version > this.durable);
  }

  snapshot(): ReplicaSnapshot {
    const { confirmed, version, durable } = this;
    const [author, sequence, inflight, buffer, tail] = [
      this.#author,
      this.#sequence,
      this.#inflight,
      this.#buffer,
      this.#tail,
    ];
    return packReplica({ confirmed, version, durable, author, sequence, inflight, buffer, tail });
  }

  /** Takes up where an earlier replica left off. */
  restore(snapshot: ReplicaSnapshot): void {
    const { confirmed, version, durable, author, sequence, inflight, buffer, tail } = unpackReplica(snapshot);
    const before = this.text;
    Object.assign(this, { confirmed, version, durable });
    [this.#author, this.#sequence, this.#inflight, this.#buffer, this.#tail] = [
      author,
      sequence,
      inflight,
      buffer,
      tail,
    ];
    const shown = replacement(before, this.pending?.apply(confirmed) ?? confirmed);
    if (shown) this.#show(shown, 0);
  }

  /** An edit of the person, made on `text`. */
  edit(change: ChangeSet): void {
    this.text = change.apply(this.text);
    const buffer = this.#buffer ? this.#buffer.compose(change) : change;
    this.#buffer = buffer.empty ? null : buffer;
    this.#flush();
  }

  /** An edit the room has applied. Throws RangeError when one before it is missing. */
  receive({ version, author, sequence, lag, change: read }: Received): void {
    if (version !== this.version + 1) throw new RangeError(`Version ${version} came after ${this.version}.`);
    this.acknowledge(version - lag);
    if (this.#inflight && this.#inflight.author === author && this.#inflight.sequence === sequence) {
      const { change } = this.#inflight;
      this.#inflight = null;
      this.#confirm(change, true);
      this.#flush();
    } else {
      this.#remote(read(this.confirmed.length), author);
    }
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
    let pending = this.pending ?? ChangeSet.empty(this.confirmed.length);
    let shown: ChangeSet | null = null;
    while (this.version > from) {
      const entry = this.#tail.pop();
      if (!entry) throw new RangeError(`The room went back to version ${from}, which had been durable.`);
      if (entry.own) {
        pending = entry.change.compose(pending);
      } else {
        const undo = entry.inverse.map(pending, true);
        pending = pending.map(entry.inverse);
        shown = shown ? shown.compose(undo) : undo;
      }
      this.confirmed = entry.inverse.apply(this.confirmed);
      this.version--;
      this.#inflight = null;
      this.#buffer = pending.empty ? null : pending;
    }
    this.acknowledge(durable);
    if (shown) this.#show(shown, 0);
  }

  /**
   * The room's whole text in place of what was here. Of the same history and version (`merge`), my pending edits are put
   * back on it; otherwise they cannot be: returns the text with them, for a copy to be offered.
   */
  replace(text: Text, version: number, durable: number, merge: boolean): Text | null {
    const pending = this.pending;
    const repair = replacement(this.confirmed, text);
    if (pending && merge) {
      if (repair) this.#remote(repair, 0, version - this.version);
      this.version = version;
      this.#tail = [];
      this.acknowledge(durable);
      return null;
    }
    const lost = pending ? this.text : null;
    const shown = replacement(this.text, text);
    Object.assign(this, { confirmed: text, version, durable });
    this.#inflight = null;
    this.#buffer = null;
    this.#tail = [];
    if (shown) this.#show(shown, 0);
    return lost;
  }

  /** Everything missed has been received: pending edits go out, those that were on their way once more. */
  resume(author: number, lastSequence: number): void {
    if (author !== this.#author) this.#sequence = 0;
    this.#author = author;
    this.#sequence = Math.max(this.#sequence, lastSequence);
    this.#online = true;
    const { pending } = this;
    this.#buffer = pending?.empty ? null : pending;
    this.#inflight = null;
    this.#flush();
  }

  /** The room does not take this submission: it is undone here too. */
  refused(sequence: number): void {
    if (this.#inflight?.sequence !== sequence) return;
    const { change: first, partial } = this.#inflight;
    // Half a paste is worse than none: what it was part of goes with it.
    const change = partial && this.#buffer ? first.compose(this.#buffer) : first;
    if (partial) this.#buffer = null;
    const undo = change.invert(this.confirmed);
    this.#inflight = null;
    let shown = undo;
    if (this.#buffer) {
      shown = undo.map(this.#buffer, true);
      const buffer = this.#buffer.map(undo);
      this.#buffer = buffer.empty ? null : buffer;
    }
    this.#show(shown, 0);
    this.#flush();
  }

  /** Of the confirmed text; compared with the room's when nothing is pending. */
  hash(): number {
    return hashText(this.confirmed);
  }

  #flush(): void {
    if (!this.#online || this.#inflight || !this.#buffer) return;
    const [change, rest] = splitChange(this.#buffer, SUBMISSION_UNITS);
    this.#buffer = rest;
    this.#inflight = { author: this.#author, sequence: ++this.#sequence, change, partial: rest !== null };
    this.events.submit({ base: this.version, sequence: this.#sequence, change });
  }

  #remote(change: ChangeSet, author: number, versions = 1): void {
    this.#confirm(change, false, versions);
    let shown = change;
    if (this.#inflight) {
      const { change: inflight } = this.#inflight;
      this.#inflight.change = inflight.map(change);
      shown = change.map(inflight, true);
    }
    if (this.#buffer) {
      const overInflight = shown;
      shown = overInflight.map(this.#buffer, true);
      this.#buffer = this.#buffer.map(overInflight);
    }
    this.#show(shown, author);
  }

  #confirm(change: ChangeSet, own: boolean, versions = 1): void {
    const inverse = change.invert(this.confirmed);
    this.confirmed = change.apply(this.confirmed);
    this.version += versions;
    this.events.confirmed(this.version, change);
    if (this.version > this.durable) this.#tail.push({ version: this.version, own, change, inverse });
  }

  #show(change: ChangeSet, author: number): void {
    this.text = change.apply(this.text);
    this.events.show(change, author);
  }
}
