// The heartbeat of Python's main loop: the interpreter asks it for a signal every few dozen instructions.

/** SIGUSR1: program.py answers it by flushing what it holds back. */
export const FLUSH = 10;
const FLUSH_INTERVAL_MS = 150;
const CALLS_PER_LOOK = 64;

/**
 * WebKit does not end a worker that stays in WebAssembly, and the core it runs on is lost until the page is closed. It
 * does while the worker is in JavaScript, so some time is spent there.
 */
const LINGER_INTERVAL_MS = 20;
const LINGER_MS = 0.3;
const IS_WEBKIT = /AppleWebKit/.test(navigator.userAgent) && !/Chrom(e|ium)/.test(navigator.userAgent);

/** Stands in for Pyodide's interrupt buffer, an array whose first element is the signal that is due, or 0. */
export class Pulse {
  #calls = 0;
  #lingeredAt = 0;
  #flushedAt = 0;
  #flushing = false;

  /** From now on the interpreter is told to flush from time to time. */
  start(): void {
    this.#flushing = true;
    this.#calls = -1;
  }

  get 0(): number {
    this.#calls += 1;
    if (this.#calls % CALLS_PER_LOOK !== 0) return 0;
    const now = performance.now();
    if (IS_WEBKIT && now - this.#lingeredAt > LINGER_INTERVAL_MS) {
      while (performance.now() - now < LINGER_MS);
      this.#lingeredAt = now;
    }
    if (!this.#flushing || now - this.#flushedAt < FLUSH_INTERVAL_MS) return 0;
    this.#flushedAt = now;
    return FLUSH;
  }

  set 0(_handled: number) {}
}
