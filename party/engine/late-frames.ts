/** Counts what still comes from those who have been sent away: an engine goes on reading from them, before everybody else. */
import { TokenBucket } from '../rate/token-bucket.js';
import type { Limits } from '../shared/limits.js';

export class LateFrames {
  readonly #frames: TokenBucket;

  constructor({ lateFramesPerSecond, lateFrameBurst }: Pick<Limits, 'lateFramesPerSecond' | 'lateFrameBurst'>) {
    this.#frames = new TokenBucket(lateFramesPerSecond, lateFrameBurst, Date.now());
  }

  /** One more has come. True: no page of ours sends so many, and whoever does has to be cut off. */
  tooMany(): boolean {
    return !this.#frames.take(1, Date.now());
  }
}
