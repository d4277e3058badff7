/** Counts frames received after the room closed a connection: an engine goes on reading them, before those of everybody else. */
import { TokenBucket } from '../rate/token-bucket.js';
import type { Limits } from '../shared/limits.js';

export class LateFrames {
  readonly #frames: TokenBucket;

  constructor({ lateFramesPerSecond, lateFrameBurst }: Pick<Limits, 'lateFramesPerSecond' | 'lateFrameBurst'>) {
    this.#frames = new TokenBucket(lateFramesPerSecond, lateFrameBurst, Date.now());
  }

  /** Counts one more frame. True when no page of ours sends so many: the connection has to be cut off. */
  tooMany(): boolean {
    return !this.#frames.take(1, Date.now());
  }
}
