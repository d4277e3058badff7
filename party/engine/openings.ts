/** Paces the making of rooms' files: while an engine makes one, all of its rooms wait for the disk. */

import { TokenBucket } from '../rate/token-bucket.js';
import type { Limits } from '../shared/limits.js';
import { sleep } from '../shared/time.js';

/** What the making of one holds up its rooms for, until it is known better; a disk may be slower, or only busy. */
const GUESS_MS = 30;
const MOST_MS = 500;
/** Whoever waits is not kept for longer. */
const LONGEST_WAIT_MS = 5_000;

export class Openings {
  readonly #held: TokenBucket;
  /** Under way at this moment: they hold the rooms up together, so each counts for its share. */
  #opening = 0;

  constructor(
    { openingMsPerSecond, openingBurstMs }: Pick<Limits, 'openingMsPerSecond' | 'openingBurstMs'>,
    private readonly now: () => number = Date.now,
  ) {
    this.#held = new TokenBucket(openingMsPerSecond, openingBurstMs, now());
  }

  /** Opens what was not there, when it is its turn; null: too many wait. */
  async turn<T>(open: () => Promise<T>): Promise<T | null> {
    const wait = this.#held.borrow(GUESS_MS, this.now());
    if (wait > LONGEST_WAIT_MS) {
      this.#held.giveBack(GUESS_MS);
      return null;
    }
    // By a timer of its own: one request of an engine cannot go on for another that has ended.
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
