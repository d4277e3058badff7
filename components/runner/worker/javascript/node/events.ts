// Node's EventEmitter: the port that bundlers use, Node's own code, so that old classes may call it on themselves. 2 kB.
import events, { type EventEmitter as Emitter } from 'events/';

/** Everything of Node's module `events`. */
export const EventEmitter = events;
export type EventEmitter = Emitter;

/** What the port lacks: the events of an emitter one after the other, without end. */
export function on(emitter: Emitter, name: string | symbol, { signal }: { signal?: AbortSignal } = {}) {
  const arrived: unknown[][] = [];
  let wake = () => {};
  let failed: { error: unknown } | undefined;
  const fail = (error: unknown) => {
    failed = { error };
    wake();
  };
  const listener = (...values: unknown[]) => {
    arrived.push(values);
    wake();
  };
  emitter.on(name, listener);
  if (name !== 'error') emitter.on('error', fail);
  signal?.addEventListener('abort', () => fail(signal.reason));
  return (async function* () {
    try {
      for (;;) {
        for (let values = arrived.shift(); values; values = arrived.shift()) yield values;
        if (failed) throw failed.error;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      emitter.off(name, listener);
      emitter.off('error', fail);
    }
  })();
}

const emit = EventEmitter.prototype.emit;

/** The port does not show what is thrown that is no error. */
EventEmitter.prototype.emit = function (this: Emitter, name: string | symbol, ...values: unknown[]) {
  const [thrown] = values;
  if (name !== 'error' || thrown instanceof Error || this.listenerCount?.('error') > 0) {
    return emit.call(this, name, ...values);
  }
  const shown = typeof thrown === 'string' ? `'${thrown}'` : String(thrown);
  const error = new Error(`Unhandled error. (${shown})`);
  throw Object.assign(error, { code: 'ERR_UNHANDLED_ERROR', context: thrown });
};

Object.assign(EventEmitter, {
  on,
  getEventListeners: (emitter: Emitter, name: string | symbol) => emitter.listeners(name),
  errorMonitor: Symbol('events.errorMonitor'),
});
