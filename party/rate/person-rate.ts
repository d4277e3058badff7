/** How fast people may go, each over all of their connections and through every reconnect; edits wait, they are never refused for their number. */

import type { Limits } from '../shared/limits.js';
import { CODES } from '../shared/wire/client-message.js';
import { TokenBucket } from './token-bucket.js';

const EDITS = [CODES.indexOf('submit') + 1, CODES.indexOf('part') + 1];
const POINT = CODES.indexOf('point') + 1;
/** What taking a frame costs beyond its bytes. */
const FRAME_BYTES = 64;
/** Mapping an edit over this many places costs the room as much as taking one. */
const MAPPED_PLACES = 10;
/** People whose pace is remembered; those who have not come for longest are forgotten first. */
const REMEMBERED = 500;

/** What an edit weighs: bytes of its frame, and places it changes. */
interface Weight {
  bytes: number;
  places: number;
}

/** One person's. */
export class PersonRate {
  /** When this person was told that their edits are taken more slowly. */
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
    this.#codeReads = new TokenBucket(codeReadsPerSecond, codeReadBurst, now);
  }

  /** False when this person asks for replay, report or their own work more often than anybody looks at them. */
  mayReadPast(now: number): boolean {
    return this.#reads.take(1, now);
  }

  /** False when this person asks for the code more often than any page would that follows it. */
  mayReadCode(now: number): boolean {
    return this.#codeReads.take(1, now);
  }

  /** False when this person opens the room more often than anybody does whose connection is bad. */
  mayReturn(now: number): boolean {
    return this.#returns.take(1, now);
  }

  /** False when more comes than any person or program of ours would send. Edits have their own measure, and cursors only that of bytes: the newest counts. */
  mayReceive(frame: Uint8Array, now: number): boolean {
    if (EDITS.includes(frame[0] ?? 0) && frame.length <= this.limits.frameBytes) return true;
    if (!this.#bytes.take(frame.length + FRAME_BYTES, now)) return false;
    return frame[0] === POINT || this.#messages.take(1, now);
  }

  /** An edit that is not to be taken counts as any other message: false when there are too many. */
  mayBeRefused(now: number): boolean {
    return this.#messages.take(1, now);
  }

  /** In how many milliseconds an edit of so many bytes and places is to be taken. */
  edit({ bytes, places }: Weight, now: number): number {
    return Math.max(
      this.#edits.borrow(1, now),
      this.#places.borrow(places, now),
      this.#written.borrow(bytes, now),
      this.everybody.borrow(1, now),
    );
  }

  /** The edit has been taken, and was mapped over so many places: if they were very many the next one waits. */
  mapped(places: number, now: number): void {
    this.#places.borrow(places / MAPPED_PLACES, now);
  }

  /** In how many milliseconds a run may begin; 0: now, and it is counted. */
  run(now: number): number {
    const wait = this.#runs.borrow(1, now);
    if (wait > 0) this.#runs.giveBack(1);
    return wait;
  }

  /** The edit has not been taken after all. */
  giveBack({ bytes, places }: Weight): void {
    this.#edits.giveBack(1);
    this.#places.giveBack(places);
    this.#written.giveBack(bytes);
    this.everybody.giveBack(1);
  }
}

/** Everybody's in one room. */
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
    const pace = this.#people.get(person) ?? new PersonRate(this.limits, this.#everybody, now);
    this.#people.delete(person);
    this.#people.set(person, pace);
    for (const forgotten of this.#people.keys()) {
      if (this.#people.size <= REMEMBERED) break;
      this.#people.delete(forgotten);
    }
    return pace;
  }
}
