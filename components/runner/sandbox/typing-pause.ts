// Pauses of somebody who types: what is made ready for later waits for one, and takes no processor from their keys.

/** People who write pause as long as this all the time. */
const PAUSE_MS = 400;

export class TypingPause {
  #until = 0;
  readonly #waiting = new Set<() => void>();

  /** Somebody has written. */
  typed(): void {
    this.#until = performance.now() + PAUSE_MS;
  }

  /** Somebody waits for what is made ready: it goes on at once. */
  skip(): void {
    this.#until = 0;
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }

  /** Resolves at the next pause. */
  async wait(): Promise<void> {
    for (let left = this.#left; left > 0; left = this.#left) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
        setTimeout(() => {
          this.#waiting.delete(resolve);
          resolve();
        }, left);
      });
    }
  }

  get #left(): number {
    return this.#until - performance.now();
  }
}
