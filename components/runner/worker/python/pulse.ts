// Signals for Python's main loop: the interpreter polls them every few dozen instructions.

/** SIGUSR1 and SIGUSR2, as in streams.py: buffer output for a moment, and flush it. */
const HOLD = 10;
const RELEASE = 12;
/** Buffered output is flushed this often: text printed before an endless loop must be seen. */
const INTERVAL_MS = 50;
/**
 * More writes than this per interval are a flood, and are cheaper together; fewer characters are not. Buffered text is lost if the
 * program is stopped in a long call that checks no signals, so progress output for people must not count as a flood; and
 * so many messages do not slow down the page yet.
 */
const FLOOD_WRITES = 500;
const FLOOD_LENGTH = 2000;
const CALLS_PER_LOOK = 64;

/**
 * WebKit does not terminate a worker that stays in WebAssembly, and its core stays busy until the page is closed. It does
 * while the worker is in JavaScript, so some time is spent there.
 */
const LINGER_INTERVAL_MS = 20;
const LINGER_MS = 0.3;
const IS_WEBKIT = /AppleWebKit/.test(navigator.userAgent) && !/Chrom(e|ium)/.test(navigator.userAgent);

/** Tells the interpreter in one worker when to buffer output and when to flush it. */
export class Pulse {
  #calls = 0;
  #flush: () => void = () => {};
  #lingeredAt = 0;
  #lookedAt = 0;
  #writes = 0;
  #length = 0;
  #holding = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `flush` is called while the program waits and output is buffered. */
  begin(flush: () => void): void {
    this.#flush = flush;
  }

  /** Call for every write. */
  wrote(length: number): void {
    this.#writes += 1;
    this.#length += length;
    if (this.#holding || this.#writes < FLOOD_WRITES) return;
    const now = performance.now();
    if (now - this.#lookedAt > INTERVAL_MS) {
      this.#startInterval(now);
    } else {
      this.#holding = true;
      this.#lookedAt = 0;
      this.#calls = -1;
      this.#timer = setInterval(this.#flush, INTERVAL_MS);
    }
  }

  /** The pending signal, or 0. Called very often, so it has to be fast. */
  readonly signal = (): number => {
    this.#calls = (this.#calls + 1) % CALLS_PER_LOOK;
    return this.#calls === 0 ? this.#look() : 0;
  };

  #look(): number {
    const now = performance.now();
    if (IS_WEBKIT && now - this.#lingeredAt > LINGER_INTERVAL_MS) {
      while (performance.now() - now < LINGER_MS);
      this.#lingeredAt = now;
    }
    if (!this.#holding || now - this.#lookedAt < INTERVAL_MS) return 0;
    const flood = this.#lookedAt === 0 || this.#length > FLOOD_LENGTH;
    this.#startInterval(now);
    if (flood) return HOLD;
    this.#holding = false;
    clearInterval(this.#timer);
    return RELEASE;
  }

  #startInterval(now: number): void {
    this.#lookedAt = now;
    this.#writes = 0;
    this.#length = 0;
  }
}
