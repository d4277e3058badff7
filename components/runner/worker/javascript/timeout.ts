// The objects that `setTimeout`, `setInterval` and `setImmediate` return.

type Job = () => void;

/** The part of the event loop that timers use. */
interface Owner {
  changed(): void;
  restart(timer: Timeout): void;
  clear(timer: Timeout): void;
}

/** Returned by `setTimeout` and `setInterval`. */
export class Timeout {
  static {
    named(Timeout, 'Timeout');
  }

  #waitedFor = true;

  constructor(
    private readonly loop: Owner,
    readonly id: number,
    readonly call: (timer: Timeout) => void,
    readonly delay: number,
    readonly repeats: boolean,
    readonly due: { at: number },
  ) {
    // Not enumerable, so that they are not printed.
    for (const name of ['loop', 'id', 'call', 'delay', 'repeats', 'due']) {
      Reflect.defineProperty(this, name, { enumerable: false });
    }
  }

  ref(): this {
    this.#waitedFor = true;
    return this;
  }

  unref(): this {
    this.#waitedFor = false;
    this.loop.changed();
    return this;
  }

  hasRef(): boolean {
    return this.#waitedFor;
  }

  refresh(): this {
    this.loop.restart(this);
    return this;
  }

  close(): this {
    this.loop.clear(this);
    return this;
  }

  /** Timers are numbers in browsers, and some programs rely on it. */
  [Symbol.toPrimitive](): number {
    return this.id;
  }
}

export class Immediate {
  static {
    named(Immediate, 'Immediate');
  }

  constructor(readonly call: Job) {
    Reflect.defineProperty(this, 'call', { enumerable: false });
  }
}

/** The build shortens class names; programs see these. */
export function named<Owner extends object>(owner: Owner, name: string): Owner {
  Reflect.defineProperty(owner, 'name', { value: name, configurable: true });
  return owner;
}
