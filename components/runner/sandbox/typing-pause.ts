// Waits for pauses in typing, so that preparing spare workers takes no processor time from the editor.

/** People who type pause this long all the time. */
const PAUSE_MS = 400;

export class TypingPause {
  #until = 0;
  readonly #waiting = new Set<() => void>();

  /** Somebody has typed. */
  typed(): void {
    this.#until = performance.now() + PAUSE_MS;
  }

  /** Somebody waits for the result now: continues at once. */
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
