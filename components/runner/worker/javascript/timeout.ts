// What `setTimeout`, `setInterval` and `setImmediate` return.

type Job = () => void;

/** What of a loop its timers need. */
interface Owner {
  changed(): void;
  restart(timer: Timeout): void;
  clear(timer: Timeout): void;
}

/** What `setTimeout` and `setInterval` return. */
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
    // Nothing of it shows when it is printed.
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

  /** A browser's timers are numbers, and some programs take them for such. */
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

/** Names are shortened when this is built; programs see these. */
export function named<Owner extends object>(owner: Owner, name: string): Owner {
  Reflect.defineProperty(owner, 'name', { value: name, configurable: true });
  return owner;
}
