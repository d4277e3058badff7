/** Counts what a connection sends against what it may: so many a second, and so many at once. */
export class Bucket {
  #level: number;
  #at: number;

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    now: number,
  ) {
    this.#level = burst;
    this.#at = now;
  }

  /** False when there is not enough left. */
  take(amount: number, now: number): boolean {
    this.#level = Math.min(this.burst, this.#level + (Math.max(0, now - this.#at) / 1000) * this.perSecond);
    this.#at = now;
    if (this.#level < amount) return false;
    this.#level -= amount;
    return true;
  }
}
