/** Counts what somebody sends against what they may: so much a second, and so much at once. */
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

  /** False when there is not enough left. */
  take(amount: number, now: number): boolean {
    this.#fill(now);
    if (this.#level < amount) return false;
    this.#level -= amount;
    return true;
  }

  /** Takes what is not there yet, too: answers in how many milliseconds it will be. */
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
