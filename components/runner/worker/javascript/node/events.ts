// Node's EventEmitter.

type Listener = (...values: unknown[]) => unknown;
type Name = string | symbol;

export class EventEmitter {
  static readonly EventEmitter = EventEmitter;
  static defaultMaxListeners = 10;
  #listeners = new Map<Name, { call: Listener; once: boolean }[]>();

  on(name: Name, call: Listener): this {
    return this.#add(name, { call, once: false });
  }

  addListener(name: Name, call: Listener): this {
    return this.on(name, call);
  }

  once(name: Name, call: Listener): this {
    return this.#add(name, { call, once: true });
  }

  prependListener(name: Name, call: Listener): this {
    return this.#add(name, { call, once: false }, true);
  }

  off(name: Name, call: Listener): this {
    const listeners = this.#of(name);
    const index = listeners.findLastIndex((listener) => listener.call === call);
    this.#listeners.set(
      name,
      listeners.filter((_, at) => at !== index),
    );
    return this;
  }

  removeListener(name: Name, call: Listener): this {
    return this.off(name, call);
  }

  removeAllListeners(name?: Name): this {
    if (name === undefined) this.#listeners.clear();
    else this.#listeners.delete(name);
    return this;
  }

  /** An `error` that nobody listens for is thrown. */
  emit(name: Name, ...values: unknown[]): boolean {
    const listeners = this.#of(name);
    if (listeners.length === 0 && name === 'error') {
      throw values[0] instanceof Error ? values[0] : new Error(`Unhandled error. (${String(values[0])})`);
    }
    for (const { call, once } of listeners) {
      if (once) this.off(name, call);
      call.apply(this, values);
    }
    return listeners.length > 0;
  }

  listenerCount(name: Name): number {
    return this.#of(name).length;
  }

  listeners(name: Name): Listener[] {
    return this.#of(name).map(({ call }) => call);
  }

  eventNames(): Name[] {
    return [...this.#listeners.keys()].filter((name) => this.listenerCount(name) > 0);
  }

  setMaxListeners(): this {
    return this;
  }

  #of(name: Name): readonly { call: Listener; once: boolean }[] {
    return this.#listeners.get(name) ?? [];
  }

  #add(name: Name, listener: { call: Listener; once: boolean }, first = false): this {
    if (typeof listener.call !== 'function') {
      throw new TypeError(`The "listener" argument must be of type function. Received ${typeof listener.call}`);
    }
    if (this.listenerCount('newListener') > 0 && name !== 'newListener') this.emit('newListener', name, listener.call);
    this.#listeners.set(name, first ? [listener, ...this.#of(name)] : [...this.#of(name), listener]);
    return this;
  }
}

/** A promise of the next event, as `events.once` has it. */
export function once(emitter: EventEmitter, name: Name): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    emitter.once(name, (...values) => resolve(values));
    if (name !== 'error') emitter.once('error', reject);
  });
}
