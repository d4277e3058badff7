// Node's `events.once`, `events.on` and `events.addAbortListener`: events of emitters, and of the web's event targets, awaited.
import type { EventEmitter as Emitter } from 'events/';
import { check, wrongType } from './wrong-values.js';

type Name = string | symbol;
type Values = unknown[];
type Listener = (...values: Values) => void;

interface Options {
  signal?: AbortSignal;
}

/** Node's error of what a signal ends. */
export function abortError({ reason: cause }: AbortSignal): Error {
  const error = new Error('The operation was aborted', { cause });
  return Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' });
}

function checkSignal(name: string, signal: unknown): void {
  if (typeof signal !== 'object' || signal === null || !('aborted' in signal))
    throw wrongType(name, 'an instance of AbortSignal', signal);
}

/** Undefined, or one that may still be aborted. */
function openSignal(signal: AbortSignal | undefined): AbortSignal | undefined {
  if (signal !== undefined) checkSignal('options.signal', signal);
  if (signal?.aborted) throw abortError(signal);
  return signal;
}

/** Returns what ends it. */
function listen(source: Emitter | EventTarget, name: Name, listener: Listener, once = false): () => void {
  const emitter = Object(source) as Emitter;
  if (typeof emitter.on === 'function') {
    if (once) emitter.once(name, listener);
    else emitter.on(name, listener);
    return () => void emitter.removeListener(name, listener);
  }
  const target = Object(source) as EventTarget;
  if (typeof target.addEventListener !== 'function') throw wrongType('emitter', 'an instance of EventEmitter', source);
  target.addEventListener(name as string, listener, { once });
  return () => target.removeEventListener(name as string, listener);
}

const isEmitter = (source: Emitter | EventTarget) => typeof Object(source).on === 'function';

export async function once(source: Emitter | EventTarget, name: Name, options: Options = {}): Promise<Values> {
  const signal = openSignal(options?.signal);
  return new Promise((resolve, reject) => {
    const stops: (() => void)[] = [];
    const settling =
      <Value>(settle: (value: Value) => void) =>
      (value: Value) => {
        for (const stop of stops.splice(0)) stop();
        settle(value);
      };
    const [came, failed] = [settling(resolve), settling(reject)];
    stops.push(listen(source, name, (...values) => came(values), true));
    if (name !== 'error' && isEmitter(source)) stops.push(listen(source, 'error', failed, true));
    if (signal) stops.push(listen(signal, 'abort', () => failed(abortError(signal)), true));
  });
}

/** `close` are events that end it. */
export function on(
  source: Emitter | EventTarget,
  name: Name,
  options: Options & { close?: readonly Name[] } = {},
): AsyncIterableIterator<Values> {
  const signal = openSignal(options.signal);
  const arrived: Values[] = [];
  const asked: { resolve(result: IteratorResult<Values>): void; reject(error: unknown): void }[] = [];
  const stops: (() => void)[] = [];
  let failure: { error: unknown } | undefined;
  let ended = false;
  const end = (): Promise<IteratorResult<Values>> => {
    ended = true;
    // The last first, which listeners of `removeListener` notice.
    for (const stop of stops.splice(0).reverse()) stop();
    for (const { resolve } of asked.splice(0)) resolve({ value: undefined, done: true });
    return Promise.resolve({ value: undefined, done: true });
  };
  const fail = (error: unknown) => {
    const first = asked.shift();
    if (first) first.reject(error);
    else failure = { error };
    void end();
  };
  const arrive: Listener = (...values) => {
    const first = asked.shift();
    if (first) first.resolve({ value: values, done: false });
    else arrived.push(values);
  };
  stops.push(listen(source, name, arrive));
  if (name !== 'error' && isEmitter(source)) stops.push(listen(source, 'error', fail));
  for (const closing of options.close ?? []) stops.push(listen(source, closing, () => void end()));
  if (signal) stops.push(listen(signal, 'abort', () => fail(abortError(signal)), true));
  return {
    next() {
      const values = arrived.shift();
      if (values) return Promise.resolve({ value: values, done: false });
      // It is told once: nothing is listened to any more.
      const failed = failure;
      failure = undefined;
      if (failed) return Promise.reject(failed.error);
      return ended ? end() : new Promise((resolve, reject) => void asked.push({ resolve, reject }));
    },
    return: end,
    throw(error: unknown) {
      if (!(error instanceof Error)) throw wrongType('EventEmitter.AsyncIterator', 'an instance of Error', error);
      fail(error);
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Calls it also where the signal is aborted already; what it returns ends it. */
export function addAbortListener(signal: AbortSignal, listener: Listener): object {
  checkSignal('signal', signal);
  check('listener', 'function', listener);
  const stop = signal.aborted ? () => {} : listen(signal, 'abort', listener, true);
  if (signal.aborted) queueMicrotask(() => listener());
  const dispose: unknown = Reflect.get(Symbol, 'dispose');
  return { __proto__: null, ...(typeof dispose === 'symbol' && { [dispose]: stop }) };
}
