// Node's EventEmitter: the port that bundlers use, which is Node's own code, so that old-style classes can call it on themselves. 2 kB.
import events, { type EventEmitter as Emitter } from 'events/';
import { addAbortListener, on, once } from './awaited-events.js';
import { check, wrongType } from './wrong-values.js';

/** As Node's own emitters have them, for whoever prints one. */
const shapeMode = Symbol('shapeMode');
/** Whether rejections of asynchronous listeners are errors of the emitter. */
const captures = Symbol('kCapture');
type Capturing = Emitter & { [captures]?: boolean };
const capturing = events.prototype as Capturing;
const { init } = events as unknown as { init(this: Emitter): void };

function initialize(this: Capturing, options?: { captureRejections?: unknown }): void {
  init.call(this);
  const wish = options?.captureRejections;
  if (wish) check('options.captureRejections', 'boolean', wish);
  Object.assign(this, { [shapeMode]: false, [captures]: wish === true || capturing[captures] === true });
}

/** The port's constructor takes no options. A function, which old-style classes call; traces have the name of the property. */
const { EventEmitter: Emitting } = {
  EventEmitter: function (this: Capturing, options?: object): void {
    initialize.call(this, options);
  },
};
for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(events)))
  if (!/^(?:length|name|prototype)$/.test(name)) Reflect.defineProperty(Emitting, name, property);
Emitting.prototype = events.prototype;
for (const [name, value] of [
  ['constructor', Emitting],
  [captures, false],
] as const)
  Reflect.defineProperty(events.prototype, name, { value, writable: true, configurable: true });

/** Node's module `events`. */
export const EventEmitter = Emitting as unknown as typeof events;
export type EventEmitter = Emitter;

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
let nextTick: (call: () => void) => void = queueMicrotask;

/** Sets the formatter for values in emitters' errors, who is told of too many listeners, and how something is called later. */
export function tellBy(show: typeof inspect, told: typeof warn, later: typeof nextTick): void {
  inspect = show;
  warn = told;
  nextTick = later;
}

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

const REJECTION = Symbol.for('nodejs.rejection');

/** A rejection is told by the emitter's own method for that, or as its error, whose listeners are not watched in their turn. */
function rejected(emitter: Capturing, error: unknown, event: string | symbol, values: unknown[]): void {
  const own: unknown = Reflect.get(emitter, REJECTION);
  if (typeof own === 'function') return void Reflect.apply(own, emitter, [error, event, ...values]);
  const before = emitter[captures];
  try {
    emitter[captures] = false;
    emitter.emit('error', error);
  } finally {
    emitter[captures] = before;
  }
}

/** The port does not look at what listeners return. */
function emitAndCapture(emitter: Capturing, event: string | symbol, values: unknown[]): boolean {
  const listeners = events.prototype.rawListeners.call(emitter, event);
  for (const listener of listeners) {
    const result: unknown = Reflect.apply(listener, emitter, values);
    try {
      const then: unknown = Object(result).then;
      if (typeof then !== 'function') continue;
      const fail = (error: unknown) => nextTick(() => rejected(emitter, error, event, values));
      Reflect.apply(then, result, [undefined, fail]);
    } catch (error) {
      emitter.emit('error', error);
    }
  }
  return listeners.length > 0;
}

/** The port does not show a thrown value that is not an error. */
EventEmitter.prototype.emit = function (this: Capturing, name: string | symbol, ...values: unknown[]) {
  const [thrown] = values;
  if (name === 'error' && (this.listenerCount?.(errorMonitor) ?? 0) > 0) emit.call(this, errorMonitor, ...values);
  if (name === 'error' && thrown instanceof Error && !((this.listenerCount?.('error') ?? 0) > 0)) {
    const kind = this.constructor?.name;
    emissions.set(thrown, { by: kind && kind !== 'EventEmitter' ? ` on ${kind} instance` : '', at: new Error() });
  }
  const isHeard = () => (this.listenerCount?.(name) ?? 0) > 0;
  if (this[captures] && isHeard()) return emitAndCapture(this, name, values);
  if (name !== 'error' || thrown instanceof Error || isHeard()) {
    return emit.call(this, name, ...values);
  }
  const error = new Error(`Unhandled error. (${inspect(thrown)})`);
  throw Object.assign(error, { code: 'ERR_UNHANDLED_ERROR', context: thrown });
};

Object.assign(EventEmitter, {
  EventEmitter,
  init: initialize,
  addAbortListener,
  on,
  once,
  getEventListeners: (emitter: Emitter, name: string | symbol) => emitter.listeners(name),
  getMaxListeners: (emitter: Emitter) => emitter.getMaxListeners?.() ?? EventEmitter.defaultMaxListeners,
  setMaxListeners: (count: number = EventEmitter.defaultMaxListeners, ...emitters: Emitter[]) => {
    if (emitters.length === 0) EventEmitter.defaultMaxListeners = count;
    for (const emitter of emitters) emitter.setMaxListeners?.(count);
  },
  errorMonitor,
  captureRejectionSymbol: Symbol.for('nodejs.rejection'),
});
Reflect.defineProperty(EventEmitter, 'captureRejections', {
  enumerable: true,
  get: () => capturing[captures],
  set(value: unknown) {
    check('EventEmitter.captureRejections', 'boolean', value);
    capturing[captures] = value === true;
  },
});
