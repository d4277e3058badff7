/** Paces the creation of room files: while an engine creates one, all its rooms wait for the disk. */

import { TokenBucket } from '../rate/token-bucket.js';
import type { Limits } from '../shared/limits.js';
import { sleep } from '../shared/time.js';

/** Assumed time that creating a file blocks the rooms, until it has been measured. */
const GUESS_MS = 30;
const MOST_MS = 500;
/** An opening that takes longer is not going on any more: an engine stops the work of a request whose client has gone away, without an end. */
const FORGOTTEN_MS = 2 * MOST_MS;
/** Maximum time that a request waits. */
const LONGEST_WAIT_MS = 5_000;

export class Openings {
  readonly #held: TokenBucket;
  /** Those being created now: they block the rooms together, so each counts for its share. */
  readonly #opening = new Set<{ began: number }>();

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
    for (const other of this.#opening) if (began - other.began > FORGOTTEN_MS) this.#opening.delete(other);
    const own = { began };
    const beside = this.#opening.add(own).size;
    try {
      return await open();
    } finally {
      const held = (this.now() - began) / Math.max(beside, this.#opening.size);
      this.#opening.delete(own);
      this.#held.giveBack(GUESS_MS - Math.min(MOST_MS, held));
    }
  }
}
