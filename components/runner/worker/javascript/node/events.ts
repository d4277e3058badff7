// Node's EventEmitter: the port that bundlers use, which is Node's own code, so that old-style classes can call it on themselves. 2 kB.
import events, { type EventEmitter as Emitter } from 'events/';
import { named } from '../timeout.js';
import { wrongType } from './wrong-values.js';

/** Node's module `events`. */
export const EventEmitter = named(events, 'EventEmitter');
export type EventEmitter = Emitter;

/** Missing in the port: async iteration over the events of an emitter. */
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
      emitter.off('error', fail);
      emitter.off(name, listener);
    }
  })();
}

const { once } = events;

/** The port does not support signals. */
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

/** Emitted errors without a listener: the emitter's name and the place. */
const emissions = new WeakMap<Error, { by: string; at: Error }>();

/** Node's lines below the trace of such an error. */
export function emittedBy(error: unknown, lines: (at: Error) => string): string {
  const emission = error instanceof Error ? emissions.get(error) : undefined;
  return emission ? `\nEmitted 'error' event${emission.by} at:${lines(emission.at)}` : '';
}

const emit = EventEmitter.prototype.emit;
/** Listeners of this symbol get errors before the handlers. */
const errorMonitor = Symbol('events.errorMonitor');
let inspect: (value: unknown, options?: { depth: number }) => string = String;
let warn: (warning: Error) => void = () => {};

/** Sets the formatter for values in emitters' errors, and who is told of too many listeners. */
export function tellBy(show: typeof inspect, told: typeof warn): void {
  inspect = show;
  warn = told;
}

/** As Node's own emitters have them, for whoever prints one. */
const OWN = Object.fromEntries(['shapeMode', 'kCapture'].map((name) => [Symbol(name), false]));
const { init } = EventEmitter as unknown as { init: () => void };
Reflect.set(EventEmitter, 'init', function (this: Emitter) {
  init.call(this);
  Object.assign(this, OWN);
});

type Listeners = unknown[] & { warned?: boolean };

/** The port would print the whole emitter: the warning is Node's, and comes once it has been added. */
function watched(emitter: Emitter, name: string | symbol, add: () => Emitter): Emitter {
  const events = Reflect.get(emitter, '_events') as Record<string | symbol, unknown> | undefined;
  const most = emitter.getMaxListeners?.() ?? 0;
  const there = events?.[name];
  const count = Array.isArray(there) ? there.length : there ? 1 : 0;
  if (!events || most <= 0 || count < most) return add();
  const listeners: Listeners = Array.isArray(there) ? there : [there];
  if (listeners.warned) return add();
  listeners.warned = true;
  events[name] = listeners;
  const result = add();
  const sentence = `Possible EventEmitter memory leak detected. ${count + 1} ${String(name)} listeners added to ${inspect(emitter, { depth: -1 })}. MaxListeners is ${most}. Use emitter.setMaxListeners() to increase limit`;
  const more = { name: 'MaxListenersExceededWarning', emitter, type: name, count: count + 1 };
  warn(Object.assign(new Error(sentence), more));
  return result;
}

type Listening = (this: Emitter, event: string | symbol, listener: unknown) => Emitter;

for (const name of [
  'on',
  'addListener',
  'once',
  'prependListener',
  'prependOnceListener',
  'off',
  'removeListener',
] as const) {
  const method = EventEmitter.prototype[name] as Listening;
  const checked: Listening = function (event, listener) {
    if (typeof listener !== 'function') throw wrongType('listener', 'of type function', listener);
    const adds = name === 'on' || name === 'addListener' || name === 'prependListener';
    return adds ? watched(this, event, () => method.call(this, event, listener)) : method.call(this, event, listener);
  };
  Reflect.set(EventEmitter.prototype, name, Object.defineProperty(checked, 'name', { value: name }));
}

/** The port does not show a thrown value that is not an error. */
EventEmitter.prototype.emit = function (this: Emitter, name: string | symbol, ...values: unknown[]) {
  const [thrown] = values;
  if (name === 'error' && (this.listenerCount?.(errorMonitor) ?? 0) > 0) emit.call(this, errorMonitor, ...values);
  if (name === 'error' && thrown instanceof Error && !((this.listenerCount?.('error') ?? 0) > 0)) {
    const kind = this.constructor?.name;
    emissions.set(thrown, { by: kind && kind !== 'EventEmitter' ? ` on ${kind} instance` : '', at: new Error() });
  }
  if (name !== 'error' || thrown instanceof Error || this.listenerCount?.('error') > 0) {
    return emit.call(this, name, ...values);
  }
  const error = new Error(`Unhandled error. (${inspect(thrown)})`);
  throw Object.assign(error, { code: 'ERR_UNHANDLED_ERROR', context: thrown });
};

Object.assign(EventEmitter, {
  on,
  once: onceOrAborted,
  getEventListeners: (emitter: Emitter, name: string | symbol) => emitter.listeners(name),
  getMaxListeners: (emitter: Emitter) => emitter.getMaxListeners?.() ?? EventEmitter.defaultMaxListeners,
  setMaxListeners: (count: number = EventEmitter.defaultMaxListeners, ...emitters: Emitter[]) => {
    if (emitters.length === 0) EventEmitter.defaultMaxListeners = count;
    for (const emitter of emitters) emitter.setMaxListeners?.(count);
  },
  errorMonitor,
  captureRejectionSymbol: Symbol.for('nodejs.rejection'),
  captureRejections: false,
});
