/** Queue for long work of a room: one job at a time, with pauses in which the room does everything else. */

/** A job may take at most a quarter of the time. */
const PAUSE = 3;
const LONGEST_PAUSE_MS = 5_000;
/** Maximum number of waiting jobs; each is a request that somebody waits for. */
const WAITING = 20;

export class WorkQueue {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(
    private readonly now: () => number,
    private readonly after: (ms: number, callback: () => void) => void,
  ) {}

  /** Null when the queue is full. */
  run<T>(work: () => Promise<T>): Promise<T> | null {
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
