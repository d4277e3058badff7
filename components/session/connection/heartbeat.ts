/** Notices that a connection is only half there: one that is quiet is asked, and one that does not answer is dead. */

/** A half-open connection looks alive: only an answer proves it. Hidden pages may wait longer, which spares batteries. */
const QUIET_MS = 10_000;
const QUIET_HIDDEN_MS = 30_000;
const ANSWER_MS = 5_000;
/** A timer that is later than this was held up, and so may the answer have been: the page slept or was busy. */
const LATE_MS = 1_000;

interface HeartbeatEvents {
  /** Ask the other end for a sign of life. */
  ask(): void;
  dead(): void;
}

export class Heartbeat {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #doubted = false;
  #saidAt = performance.now();

  constructor(private readonly events: HeartbeatEvents) {}

  /** Something has come. Who hears much and says nothing speaks up all the same: the room takes the silent for gone. */
  heard(): void {
    this.#doubted = false;
    const hidden = typeof document !== 'undefined' && document.visibilityState === 'hidden';
    const quiet = hidden ? QUIET_HIDDEN_MS : QUIET_MS;
    this.#after(Math.max(0, Math.min(quiet, this.#saidAt + quiet - performance.now())), () => this.check());
  }

  said(): void {
    this.#saidAt = performance.now();
  }

  /** Asks now, whoever was heard a moment ago: the network may have changed since. */
  check(): void {
    this.events.ask();
    this.expect(ANSWER_MS);
  }

  /** An answer is due within so many milliseconds. */
  expect(ms: number): void {
    const due = performance.now() + ms;
    this.#after(ms, () => {
      const late = performance.now() - due > LATE_MS;
      if (!late || this.#doubted) return this.events.dead();
      // What came while nothing could run here is still to be read, and is read before the next timer.
      this.#doubted = true;
      this.expect(LATE_MS);
    });
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#doubted = false;
  }

  #after(ms: number, then: () => void): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      then();
    }, ms);
  }
}
