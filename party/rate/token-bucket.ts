/** Token bucket: limits a rate, with a burst. */
export class TokenBucket {
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

  /** False when not enough is left. */
  take(amount: number, now: number): boolean {
    this.#fill(now);
    if (this.#level < amount) return false;
    this.#level -= amount;
    return true;
  }

  /** Takes the amount even if it is not there yet; returns in how many milliseconds it will be. */
  borrow(amount: number, now: number): number {
    this.#fill(now);
    this.#level -= amount;
    return Math.max(0, Math.ceil((-this.#level * 1000) / this.perSecond));
  }

  giveBack(amount: number): void {
    this.#level += amount;
  }

  #fill(now: number): void {
    this.#level = Math.min(this.burst, this.#level + (Math.max(0, now - this.#at) / 1000) * this.perSecond);
    this.#at = now;
  }
}
