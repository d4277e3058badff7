// Defines the loop's timers as globals, and counts the browser's asynchronous operations so that the loop waits for them.
import type { Printer } from './held-output.js';
import type { Loop } from './loop.js';
import type { Process } from './node/process.js';
import { check } from './node/wrong-values.js';
import { named } from './timeout.js';

/** Sixty per second. */
const FRAME_MS = 16;

type Callback = (...values: never[]) => unknown;

export function installTimers(loop: Loop): void {
  const checked = (call: unknown): Callback => {
    check('callback', 'function', call);
    return call as Callback;
  };
  const timers = {
    setTimeout: (call: unknown, delay?: unknown, ...values: never[]) => {
      const job = checked(call);
      return loop.timeout((timer) => void job.apply(timer, values), delay);
    },
    setInterval: (call: unknown, delay?: unknown, ...values: never[]) => {
      const job = checked(call);
      return loop.timeout((timer) => void job.apply(timer, values), delay, true);
    },
    setImmediate: (call: unknown, ...values: never[]) => {
      const job = checked(call);
      return loop.immediate(() => void job(...values));
    },
    // There is no page to paint, and a browser may never call back for a hidden one.
    requestAnimationFrame: (call: unknown) => {
      const job = checked(call);
      return loop.timeout(() => void job(...([performance.now()] as never[])), FRAME_MS).id;
    },
    cancelAnimationFrame: (frame?: unknown) => loop.clear(frame),
    // Each clears both kinds.
    clearTimeout: (timer?: unknown) => loop.clear(timer),
    clearInterval: (timer?: unknown) => loop.clear(timer),
    clearImmediate: (immediate?: unknown) => loop.clearImmediate(immediate),
  };
  for (const [name, timer] of Object.entries(timers)) named(timer, name);
  Object.assign(globalThis, timers);
  countMethods(loop, globalThis.crypto?.subtle && Object.getPrototypeOf(crypto.subtle));
  countMethods(loop, Blob.prototype, ['text', 'arrayBuffer', 'bytes']);
  countMethods(loop, Response.prototype, ['text', 'arrayBuffer', 'bytes', 'json', 'blob']);
  countMethods(loop, WebAssembly, ['compile', 'instantiate']);
}

/** Node's warning of a delay that is too long, to the program's handlers too. */
export function warnOfOverflow(loop: Loop, output: Printer, process: Process | undefined): void {
  const kind = 'TimeoutOverflowWarning';
  loop.overflowed = (delay) => {
    const sentence = `${delay} does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.`;
    if (process) process.emitWarning(sentence, kind);
    else loop.tick(() => output.write('stderr', `(node:1) ${kind}: ${sentence}\n`));
  };
}

function countMethods(loop: Loop, owner: object | undefined, names = Object.getOwnPropertyNames(owner ?? {})): void {
  for (const name of names) {
    const method: unknown = owner && Object.getOwnPropertyDescriptor(owner, name)?.value;
    if (!owner || typeof method !== 'function' || name === 'constructor') continue;
    const counted = function (this: unknown, ...values: unknown[]) {
      const result: unknown = method.apply(this, values);
      if (result instanceof Promise) loop.count(result);
      return result;
    };
    named(counted, name);
    Reflect.set(owner, name, counted);
  }
}
