// What state a promise is in: no engine tells it at once, but each by the order in which it answers.

type PromiseState = { state: 'pending' } | { state: 'fulfilled' | 'rejected'; value: unknown };

const { then } = Promise.prototype;
const { apply, defineProperty, getPrototypeOf } = Reflect;

/** Text with promises in it: as far as it is known at once and, where one was not, how it is when all had their turn. */
export interface Watched {
  text: string;
  settle?: () => string;
}

/**
 * To ask a promise makes an engine believe that somebody will handle what it rejects with. So one that was asked tells,
 * by what whoever handles it has to look up, whether somebody really does; `unhandled` hears if nobody did.
 */
export class PromiseStates {
  readonly #known = new WeakMap<Promise<unknown>, PromiseState>();
  readonly #asked = new WeakSet<Promise<unknown>>();
  /** Those that the text being made has met and that are not known. */
  #met = new Set<Promise<unknown>>();
  /** While this is set, these are pending whatever is known of them. */
  #before: ReadonlySet<Promise<unknown>> | undefined;
  #unseen = false;

  constructor(
    private readonly unhandled: (reason: unknown, promise: Promise<unknown>, handled: () => boolean) => void,
  ) {}

  /** What is known of it by now. */
  of(promise: Promise<unknown>): PromiseState {
    const known = this.#known.get(promise);
    if (known && !this.#before?.has(promise)) return known;
    this.#met.add(promise);
    if (!this.#asked.has(promise)) this.#ask(promise);
    return { state: 'pending' };
  }

  /** Of what changed after it was printed, the text stays as it was then. */
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

  /** Whoever only shows a promise does not handle it. */
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

/** Whether anybody took hold of a promise: all ways to handle one look for one of these in it. */
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
    // What cannot be seen is taken for well.
    if (!watching) handled = true;
  }
  return () => handled;
}
