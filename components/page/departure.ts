// Whether this page is being left.
import { sleep } from '../../party/shared/time.js';

/** A page that is still there after this time stays: somebody chose so, or it was a download. */
const STAYS_MS = 5_000;

/** Firefox breaks off what a page loads as soon as it is being left, long before the page ends: that is no failure to tell others of. */
export class Departure {
  readonly #over = new AbortController();
  #begun: number | undefined;

  constructor(page: EventTarget = globalThis as unknown as EventTarget) {
    // Only while something is loaded or run: with such a listener some browsers keep no page in their back/forward cache.
    const began = () => {
      this.#begun = performance.now();
    };
    page.addEventListener?.('beforeunload', began, { signal: this.#over.signal });
  }

  /** Resolves at once if nobody has begun to leave, else when the page has stayed after all; never on a page that is left. */
  async calledOff(): Promise<void> {
    if (this.#begun === undefined) return;
    const left = this.#begun + STAYS_MS - performance.now();
    if (left > 0) await sleep(left);
  }

  end(): void {
    this.#over.abort();
  }
}
