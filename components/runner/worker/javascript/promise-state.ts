// Finds the state of a promise: no engine tells it synchronously, but the order of reactions does.

type PromiseState = { state: 'pending' } | { state: 'fulfilled' | 'rejected'; value: unknown };

const { then } = Promise.prototype;
const { apply, defineProperty, getPrototypeOf } = Reflect;

/** Text that contains promises: as known at once and, for unknown states, the final version after the promise jobs. */
export interface Watched {
  text: string;
  settle?: () => string;
}

/**
 * Observing a promise makes the engine consider its rejection handled. So accesses to an observed promise are tracked to find out
 * whether the program really handles it; `unhandled` is called if it does not.
 */
export class PromiseStates {
  readonly #known = new WeakMap<Promise<unknown>, PromiseState>();
  readonly #asked = new WeakSet<Promise<unknown>>();
  /** Promises of unknown state in the current text. */
  #met = new Set<Promise<unknown>>();
  /** While set, these count as pending. */
  #before: ReadonlySet<Promise<unknown>> | undefined;
  #unseen = false;

  constructor(
    private readonly unhandled: (reason: unknown, promise: Promise<unknown>, handled: () => boolean) => void,
  ) {}

  /** The state, as far as known. */
  of(promise: Promise<unknown>): PromiseState {
    const known = this.#known.get(promise);
    if (known && !this.#before?.has(promise)) return known;
    this.#met.add(promise);
    if (!this.#asked.has(promise)) this.#ask(promise);
    return { state: 'pending' };
  }

  /** A promise that changed after it was printed is still shown in its state at that time. */
  watched(make: () => string): Watched {
    this.#met = new Set();
    const text = make();
    const met = this.#met;
    if (met.size === 0) return { text };
    const settle = () => {
      this.#before = met;
      const again = make();
      this.#before = undefined;
      return again === text ? make() : text;
    };
    return { text, settle };
  }

  /** Showing a promise does not count as handling it. */
  unseen<T>(show: () => T): T {
    const before = this.#unseen;
    this.#unseen = true;
    try {
      return show();
    } finally {
      this.#unseen = before;
    }
  }

  #ask(promise: Promise<unknown>): void {
    this.#asked.add(promise);
    const handled = watch(promise, () => this.#unseen);
    const fulfilled = (value: unknown) => void this.#known.set(promise, { state: 'fulfilled', value });
    const rejected = (value: unknown) => {
      this.#known.set(promise, { state: 'rejected', value });
      this.unhandled(value, promise, handled);
    };
    apply(then, promise, [fulfilled, rejected]);
  }
}

/** Detects handling of a promise: all ways to do so read one of these properties. */
function watch(promise: Promise<unknown>, unseen: () => boolean): () => boolean {
  let handled = false;
  const inherited = getPrototypeOf(promise) as Record<string, unknown>;
  for (const name of ['then', 'constructor'] as const) {
    const watching = defineProperty(promise, name, {
      configurable: true,
      get: () => {
        handled ||= !unseen();
        return inherited[name];
      },
      set: (value: unknown) => void defineProperty(promise, name, { value, configurable: true, writable: true }),
    });
    // If it cannot be tracked, it counts as handled.
    if (!watching) handled = true;
  }
  return () => handled;
}
