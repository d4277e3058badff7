/** Heartbeat: pings a quiet connection, and reports it as dead when there is no answer. */

/** A half-open connection looks alive until a ping stays unanswered. Hidden pages wait longer, to save battery. */
const QUIET_MS = 10_000;
const QUIET_HIDDEN_MS = 30_000;
const ANSWER_MS = 5_000;
/** A timer that fires later than this was delayed because the page slept or was busy, so the answer may have been, too. */
const LATE_MS = 1_000;

interface HeartbeatEvents {
  /** Send a ping. */
  ask(): void;
  dead(): void;
}

export class Heartbeat {
  #timer: ReturnType<typeof setTimeout> | null = null;
  #doubted = false;
  #saidAt = performance.now();

  constructor(private readonly events: HeartbeatEvents) {}

  /** Something was received. It still pings after some time, because the room disconnects peers that send nothing. */
  heard(): void {
    this.#doubted = false;
    const hidden = typeof document !== 'undefined' && document.visibilityState === 'hidden';
    const quiet = hidden ? QUIET_HIDDEN_MS : QUIET_MS;
    this.#after(Math.max(0, Math.min(quiet, this.#saidAt + quiet - performance.now())), () => this.check());
  }

  said(): void {
    this.#saidAt = performance.now();
  }

  /** Pings now, even if something was received a moment ago, because the network may have changed since. */
  check(): void {
    this.events.ask();
    this.expect(ANSWER_MS);
  }

  /** Starts the timeout for an answer. */
  expect(ms: number): void {
    const due = performance.now() + ms;
    this.#after(ms, () => {
      const late = performance.now() - due > LATE_MS;
      if (!late || this.#doubted) return this.events.dead();
      // Messages that arrived while the page was blocked are delivered before the next timer, so one more is waited for.
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
