// The heartbeat of Python's main loop: the interpreter asks it for a signal every few dozen instructions.

/** SIGUSR1 and SIGUSR2, as streams.py has them: hold printed text back for a moment, and print it at once. */
const HOLD = 10;
const RELEASE = 12;
/** Held text leaves this often: what is printed before an endless loop must be seen. */
const INTERVAL_MS = 50;
/**
 * More writes in one interval are a flood, and cost less together; fewer characters are none any more. Held text is lost if
 * the program is stopped in a long call that looks for no signals, so what a person prints to see how far it comes is no
 * flood; and as many messages as this do not yet hold up the page.
 */
const FLOOD_WRITES = 500;
const FLOOD_LENGTH = 2000;
const CALLS_PER_LOOK = 64;

/**
 * WebKit does not end a worker that stays in WebAssembly, and the core it runs on is lost until the page is closed. It
 * does while the worker is in JavaScript, so some time is spent there.
 */
const LINGER_INTERVAL_MS = 20;
const LINGER_MS = 0.3;
const IS_WEBKIT = /AppleWebKit/.test(navigator.userAgent) && !/Chrom(e|ium)/.test(navigator.userAgent);

/** Tells the interpreter when to hold text back and when to print it, in one worker. */
export class Pulse {
  #calls = 0;
  #flush: () => void = () => {};
  #lingeredAt = 0;
  #lookedAt = 0;
  #writes = 0;
  #length = 0;
  #holding = false;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `flush` is called while the program waits for something and holds text back. */
  begin(flush: () => void): void {
    this.#flush = flush;
  }

  /** Must be told of everything that is printed. */
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

  /** The signal that is due, or 0. Every number that is turned into text asks for it, so it has to be quick. */
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
