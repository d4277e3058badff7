/** Lets long work of a room be done one piece after the other, with pauses in which it does everything else. */

/** Of the time at most a quarter. */
const PAUSE = 3;
const LONGEST_PAUSE_MS = 5_000;
/** Work that waits; each is a request that somebody waits for. */
const WAITING = 20;

export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(
    private readonly now: () => number,
    private readonly after: (ms: number, callback: () => void) => void,
  ) {}

  /** Null when too much waits already. */
  take<T>(work: () => Promise<T>): Promise<T> | null {
    if (this.#waiting >= WAITING) return null;
    this.#waiting++;
    let began = 0;
    const done = this.#last.then(() => {
      began = this.now();
      return work();
    });
    const pause = () =>
      new Promise<void>((resolve) => {
        this.#waiting--;
        const wait = Math.min(LONGEST_PAUSE_MS, Math.max(0, this.now() - began) * PAUSE);
        if (wait > 0) this.after(wait, resolve);
        else resolve();
      });
    this.#last = done.then(pause, pause);
    return done;
  }
}
