// Globals that browsers and Node share, with Node's error messages: URL, structuredClone, atob, btoa and abort reasons.
import type { Loop } from './loop.js';
import { check, outOfRange } from './node/wrong-values.js';
import { named } from './timeout.js';

export function installGlobals(loop: Loop): void {
  const URL = new Proxy(globalThis.URL, {
    construct(target, values, maker) {
      try {
        return Reflect.construct(target, values, maker);
      } catch (error) {
        if (!(error instanceof TypeError) || values.length === 0) throw error;
        const told = Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input: String(values[0]) });
        throw values[1] === undefined ? told : Object.assign(told, { base: String(values[1]) });
      }
    },
  });
  Reflect.defineProperty(URL.prototype, 'constructor', { value: URL, writable: true, configurable: true });
  Reflect.defineProperty(globalThis, 'URL', { value: URL, writable: true, configurable: true });
  giveReason(AbortController.prototype);
  giveReason(AbortSignal);
  timeOut(AbortSignal, loop);
  rephrase('structuredClone', (message) => message.replace(/^Failed to execute '\w+' on '\w+': /, ''));
  rephrase('atob', (_message, text) =>
    /[^A-Za-z0-9+/=\s]/.test(String(text)) ? 'Invalid character' : 'The string to be decoded is not correctly encoded.',
  );
  rephrase('btoa', () => 'Invalid character');
}

/** Replaces the message of errors thrown by this function. */
function rephrase(name: 'structuredClone' | 'atob' | 'btoa', words: (message: string, value: unknown) => string): void {
  const { captureStackTrace: capture } = Error as { captureStackTrace?(error: object): void };
  const call = globalThis[name] as (...values: unknown[]) => unknown;
  const told = (...values: unknown[]) => {
    try {
      return call(...values);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      const worded = new DOMException(words(error.message, values[0]), error.name);
      // Chromium gives constructed DOMExceptions no trace.
      capture?.(worded);
      throw worded;
    }
  };
  Reflect.defineProperty(globalThis, name, { value: named(told, name), writable: true, configurable: true });
}

/** Adds Node's default reason. */
function giveReason(owner: { abort(reason?: unknown): unknown }): void {
  const { abort } = owner;
  const told = function (
    this: unknown,
    reason: unknown = new DOMException('This operation was aborted', 'AbortError'),
  ) {
    return Reflect.apply(abort, this, [reason]);
  };
  named(told, 'abort');
  Reflect.defineProperty(owner, 'abort', { value: told, writable: true, configurable: true });
}

const LONGEST_MS = 2 ** 32 - 1;

/** As in Node it is a timer that nobody waits for. */
function timeOut(owner: typeof AbortSignal, loop: Loop): void {
  const timeout = (delay: unknown): AbortSignal => {
    check('delay', 'number', delay);
    if (!Number.isInteger(delay)) throw outOfRange('delay', 'an integer', delay);
    const range = `>= 0 && <= ${LONGEST_MS}`;
    if (Number(delay) < 0 || Number(delay) > LONGEST_MS) throw outOfRange('delay', range, delay);
    const controller = new AbortController();
    const reason = () => new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    loop.timeout(() => controller.abort(reason()), delay).unref();
    return controller.signal;
  };
  named(timeout, 'timeout');
  Reflect.defineProperty(owner, 'timeout', { value: timeout, writable: true, configurable: true });
}

/** A fetch that rejects like Node's without a network, and says so. */
export function createFetch(loop: Loop) {
  return async function fetch(): Promise<never> {
    await new Promise<void>((resolve) => loop.read(resolve));
    const cause = new Error('Programs run without a network here. Put the data into this file.');
    throw new TypeError(`fetch failed: ${cause.message}`);
  };
}
