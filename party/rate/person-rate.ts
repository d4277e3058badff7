/** Rate limits per person, over all of their connections and across reconnects. Edits are delayed, never refused for their number. */

import type { Limits } from '../shared/limits.js';
import { numberOfKind } from '../shared/wire/client-message.js';
import { TokenBucket } from './token-bucket.js';

const EDITS = [numberOfKind('submit'), numberOfKind('part')];
const POINT = numberOfKind('point');
/** Cost of handling a frame, apart from its size, in bytes. */
const FRAME_BYTES = 64;
/** Mapping an edit over this many places costs the room as much as accepting one. */
const MAPPED_PLACES = 10;
/** People whose rates are remembered; the least recently seen are dropped first. */
const REMEMBERED = 500;

/** The cost of an edit: bytes of its frame, and places it changes. */
interface Weight {
  bytes: number;
  places: number;
}

/** The rates of one person. */
export class PersonRate {
  /** When this person was last told that their edits are delayed. */
  toldAt = Number.NEGATIVE_INFINITY;
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #edits: TokenBucket;
  readonly #places: TokenBucket;
  readonly #written: TokenBucket;
  readonly #runs: TokenBucket;
  readonly #returns: TokenBucket;
  readonly #reads: TokenBucket;
  readonly #codeReads: TokenBucket;
  readonly #posts: TokenBucket;
  readonly #signals: TokenBucket;

  constructor(
    private readonly limits: Limits,
    private readonly everybody: TokenBucket,
    now: number,
  ) {
    const { messagesPerSecond, messageBurst, bytesPerSecond, writtenBytesPerHour } = limits;
    const { placesPerSecond, placeBurst, runsPerMinute, runBurst } = limits;
    const { returnsPerSecond, returnBurst, pastReadsPerMinute, pastReadBurst } = limits;
    const { codeReadsPerSecond, codeReadBurst } = limits;
    this.#messages = new TokenBucket(messagesPerSecond, messageBurst, now);
    this.#bytes = new TokenBucket(bytesPerSecond, bytesPerSecond * 4, now);
    this.#edits = new TokenBucket(messagesPerSecond, messageBurst, now);
    this.#places = new TokenBucket(placesPerSecond, placeBurst, now);
    this.#written = new TokenBucket(writtenBytesPerHour / 3600, writtenBytesPerHour, now);
    this.#runs = new TokenBucket(runsPerMinute / 60, runBurst, now);
    this.#returns = new TokenBucket(returnsPerSecond, returnBurst, now);
    this.#reads = new TokenBucket(pastReadsPerMinute / 60, pastReadBurst, now);
    this.#posts = new TokenBucket(limits.postsPerMinute / 60, limits.postBurst, now);
    this.#signals = new TokenBucket(limits.signalsPerSecond, limits.signalBurst, now);
    this.#codeReads = new TokenBucket(codeReadsPerSecond, codeReadBurst, now);
  }

  /** False when this person posts more often than anybody writes. */
  mayPost(now: number): boolean {
    return this.#posts.take(1, now);
  }

  /** Returns the delay, in milliseconds, before a signal of this person is relayed: as often as anybody could follow. */
  signal(now: number): number {
    return this.#signals.borrow(1, now);
  }

  /** False when this person requests replay, report or their own work too often. */
  mayReadPast(now: number): boolean {
    return this.#reads.take(1, now);
  }

  /** False when this person requests the code more often than any page that polls it. */
  mayReadCode(now: number): boolean {
    return this.#codeReads.take(1, now);
  }

  /** False when this person joins more often than somebody with a bad connection would. */
  mayReturn(now: number): boolean {
    return this.#returns.take(1, now);
  }

  /** False when more frames arrive than any person or program of ours sends. Edits have their own limit; cursors count only by bytes, since only the newest is used. */
  mayReceive(frame: Uint8Array, now: number): boolean {
    if (EDITS.includes(frame[0] ?? 0) && frame.length <= this.limits.frameBytes) return true;
    if (!this.#bytes.take(frame.length + FRAME_BYTES, now)) return false;
    return frame[0] === POINT || this.#messages.take(1, now);
  }

  /** A refused edit counts like any other message; false when there are too many. */
  mayBeRefused(now: number): boolean {
    return this.#messages.take(1, now);
  }

  /** Returns the delay, in milliseconds, before an edit of this cost may be accepted. */
  edit({ bytes, places }: Weight, now: number): number {
    return Math.max(
      this.#edits.borrow(1, now),
      this.#places.borrow(places, now),
      this.#written.borrow(bytes, now),
      this.everybody.borrow(1, now),
    );
  }

  /** The edit was accepted and mapped over so many places: very many delay the next one. */
  mapped(places: number, now: number): void {
    this.#places.borrow(places / MAPPED_PLACES, now);
  }

  /** Returns the delay, in milliseconds, before a run may start; 0 counts it. */
  run(now: number): number {
    const wait = this.#runs.borrow(1, now);
    if (wait > 0) this.#runs.giveBack(1);
    return wait;
  }

  /** The edit was not accepted after all: returns its cost. */
  giveBack({ bytes, places }: Weight): void {
    this.#edits.giveBack(1);
    this.#places.giveBack(places);
    this.#written.giveBack(bytes);
    this.everybody.giveBack(1);
  }
}

/** The rates of everybody in one room. */
export class PersonRates {
  readonly #people = new Map<string, PersonRate>();
  readonly #everybody: TokenBucket;

  constructor(
    private readonly limits: Limits,
    now: number,
  ) {
    this.#everybody = new TokenBucket(limits.roomEditsPerSecond, limits.roomEditsPerSecond, now);
  }

  of(person: string, now: number): PersonRate {
    const rate = this.#people.get(person) ?? new PersonRate(this.limits, this.#everybody, now);
    this.#people.delete(person);
    this.#people.set(person, rate);
    for (const forgotten of this.#people.keys()) {
      if (this.#people.size <= REMEMBERED) break;
      this.#people.delete(forgotten);
    }
    return rate;
  }
}
