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

const { once } = events;

/** The port knows no signal. */
function onceOrAborted(emitter: Emitter, name: string | symbol, { signal }: { signal?: AbortSignal } = {}) {
  if (!signal) return once(emitter, name);
  return new Promise<unknown[]>((resolve, reject) => {
    const abort = () => {
      const error = new Error('The operation was aborted', { cause: signal.reason });
      reject(Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' }));
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    once(emitter, name).then(resolve, reject);
  });
}

/** Of errors that were emitted and that nobody listened for: by whom, and where. */
const emissions = new WeakMap<Error, { by: string; at: Error }>();

/** What Node says below the trace of such an error. */
export function emittedBy(error: unknown, lines: (at: Error) => string): string {
  const emission = error instanceof Error ? emissions.get(error) : undefined;
  return emission ? `\nEmitted 'error' event${emission.by} at:${lines(emission.at)}` : '';
}

const emit = EventEmitter.prototype.emit;

/** The port does not show what is thrown that is no error. */
EventEmitter.prototype.emit = function (this: Emitter, name: string | symbol, ...values: unknown[]) {
  const [thrown] = values;
  if (name === 'error' && thrown instanceof Error && !((this.listenerCount?.('error') ?? 0) > 0)) {
    const kind = this.constructor?.name;
    emissions.set(thrown, { by: kind && kind !== 'EventEmitter' ? ` on ${kind} instance` : '', at: new Error() });
  }
  if (name !== 'error' || thrown instanceof Error || this.listenerCount?.('error') > 0) {
    return emit.call(this, name, ...values);
  }
  const shown = typeof thrown === 'string' ? `'${thrown}'` : String(thrown);
  const error = new Error(`Unhandled error. (${shown})`);
  throw Object.assign(error, { code: 'ERR_UNHANDLED_ERROR', context: thrown });
};

Object.assign(EventEmitter, {
  on,
  once: onceOrAborted,
  getEventListeners: (emitter: Emitter, name: string | symbol) => emitter.listeners(name),
  errorMonitor: Symbol('events.errorMonitor'),
});
