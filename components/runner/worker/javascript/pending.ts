// Knows whether a program still waits for something: timers, and the few things left that answer later.

type Timer = (handler: unknown, delay?: number, ...values: unknown[]) => number;
type Method = (...values: unknown[]) => unknown;

/** Promises answer in turns of their own; what is not counted below settles within these. */
const QUIET_TURNS = 3;

export class Pending {
  readonly #timers = new Set<number>();
  readonly #setTimeout = globalThis.setTimeout.bind(globalThis);
  #operations = 0;
  #changed: () => void = () => {};

  /** Puts counting versions of what can be waited for into the global scope. */
  constructor() {
    this.#wrapTimer('setTimeout', 'clearTimeout', true);
    this.#wrapTimer('setInterval', 'clearInterval', false);
    this.#wrapMethods(globalThis.crypto?.subtle && Object.getPrototypeOf(crypto.subtle));
    this.#wrapMethods(Blob.prototype, ['text', 'arrayBuffer', 'bytes']);
    this.#wrapMethods(Response.prototype, ['text', 'arrayBuffer', 'bytes', 'json', 'blob']);
    this.#wrapMethods(WebAssembly, ['compile', 'instantiate']);
  }

  /** Resolves when nothing is pending any more. */
  async idle(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS; quiet++) {
      if (this.#busy) {
        quiet = 0;
        await new Promise<void>((resolve) => {
          this.#changed = resolve;
        });
      }
      await new Promise((resolve) => this.#setTimeout(resolve));
    }
  }

  get #busy(): boolean {
    return this.#timers.size > 0 || this.#operations > 0;
  }

  #settle(): void {
    if (!this.#busy) this.#changed();
  }

  #wrapTimer(set: 'setTimeout' | 'setInterval', clear: 'clearTimeout' | 'clearInterval', once: boolean): void {
    const start = globalThis[set].bind(globalThis) as Timer;
    const end = globalThis[clear].bind(globalThis);
    const wrapped: Timer = (handler, delay, ...values) => {
      if (typeof handler !== 'function') throw new TypeError(`${set}() needs a function, not ${typeof handler}.`);
      const timer = start(() => {
        try {
          handler.apply(globalThis, values);
        } finally {
          if (once) this.#timers.delete(timer);
          this.#settle();
        }
      }, delay);
      this.#timers.add(timer);
      return timer;
    };
    const stop = (timer?: number) => {
      end(timer);
      if (timer !== undefined) this.#timers.delete(timer);
      this.#settle();
    };
    Reflect.set(globalThis, set, named(wrapped, set));
    // Browsers let either function clear either kind.
    Reflect.set(globalThis, clear, named(stop, clear));
  }

  #wrapMethods(owner: object | undefined, names: string[] = Object.getOwnPropertyNames(owner ?? {})): void {
    for (const name of names) {
      const method: unknown = owner && Object.getOwnPropertyDescriptor(owner, name)?.value;
      if (!owner || typeof method !== 'function' || name === 'constructor') continue;
      Reflect.set(owner, name, named(this.#counted(method as Method), name));
    }
  }

  #counted(method: Method): Method {
    const count = (result: unknown) => {
      if (!(result instanceof Promise)) return;
      this.#operations += 1;
      const done = () => {
        this.#operations -= 1;
        this.#settle();
      };
      result.then(done, done);
    };
    return function (this: unknown, ...values) {
      const result = method.apply(this, values);
      count(result);
      return result;
    };
  }
}

function named<T extends object>(wrapped: T, name: string): T {
  Reflect.defineProperty(wrapped, 'name', { value: name, configurable: true });
  return wrapped;
}
