/** Paces the creation of room files: while an engine creates one, all its rooms wait for the disk. */

import { TokenBucket } from '../rate/token-bucket.js';
import type { Limits } from '../shared/limits.js';
import { sleep } from '../shared/time.js';

/** Assumed time that creating a file blocks the rooms, until it has been measured. */
const GUESS_MS = 30;
const MOST_MS = 500;
/** Maximum time that a request waits. */
const LONGEST_WAIT_MS = 5_000;

export class Openings {
  readonly #held: TokenBucket;
  /** Number being created now: they block the rooms together, so each counts for its share. */
  #opening = 0;

  constructor(
    { openingMsPerSecond, openingBurstMs }: Pick<Limits, 'openingMsPerSecond' | 'openingBurstMs'>,
    private readonly now: () => number = Date.now,
  ) {
    this.#held = new TokenBucket(openingMsPerSecond, openingBurstMs, now());
  }

  /** Runs `open` when it is its turn; null when too many are waiting. */
  async turn<T>(open: () => Promise<T>): Promise<T | null> {
    const wait = this.#held.borrow(GUESS_MS, this.now());
    if (wait > LONGEST_WAIT_MS) {
      this.#held.giveBack(GUESS_MS);
      return null;
    }
    // Each request has its own timer: on these engines, one request cannot continue on behalf of another that has ended.
    if (wait > 0) await sleep(wait);
    const began = this.now();
    const beside = ++this.#opening;
    try {
      return await open();
    } finally {
      const held = (this.now() - began) / Math.max(beside, this.#opening--);
      this.#held.giveBack(GUESS_MS - Math.min(MOST_MS, held));
    }
  }
}
