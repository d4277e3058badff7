// Node's `assert`.
import type { Inspection } from '../inspect.js';
import { assertionMessage } from './assert-message.js';
import { isDeepEqual, isLooselyEqual } from './deep-equal.js';
import { wrongType } from './wrong-values.js';

interface Failure {
  /** The message is generated, not the program's. */
  generated?: boolean;
  message?: unknown;
  actual?: unknown;
  expected?: unknown;
  operator?: string;
}

type Thrower = () => unknown;

/** `expressionOf` finds the source text of the failed call. */
export function createAssert(inspection: Inspection, expressionOf: (error: Error) => string | undefined) {
  const textOf = ({ message, actual, expected, operator = 'fail', generated }: Failure): string => {
    if (message === undefined || message === null) {
      return operator === 'fail' ? 'Failed' : assertionMessage(operator, actual, expected, inspection);
    }
    // A program's own message precedes the comparison.
    const compares = generated === undefined && (operator === 'strictEqual' || operator === 'deepStrictEqual');
    return compares ? assertionMessage(operator, actual, expected, inspection, String(message)) : String(message);
  };

  class AssertionError extends Error {
    readonly generatedMessage: boolean;
    readonly code: string;
    readonly actual: unknown;
    readonly expected: unknown;
    readonly operator: string;

    constructor({ message, actual, expected, operator = 'fail', generated }: Failure = {}) {
      super(textOf({ message, actual, expected, operator, ...(generated === undefined ? {} : { generated }) }));
      this.generatedMessage = generated ?? (message === undefined || message === null);
      this.code = 'ERR_ASSERTION';
      this.actual = actual;
      this.expected = expected;
      this.operator = operator;
      Reflect.defineProperty(this, 'name', { value: 'AssertionError', configurable: true, writable: true });
    }

    override toString(): string {
      return `${this.name} [${this.code}]: ${this.message}`;
    }
  }

  const fail = (failure: Failure): never => {
    if (failure.message instanceof Error) throw failure.message;
    throw new AssertionError(failure);
  };
  const compare =
    (operator: string, holds: (actual: unknown, expected: unknown) => boolean) =>
    (...[actual, expected, message]: [actual?: unknown, expected?: unknown, message?: unknown]) => {
      if (!holds(actual, expected)) fail({ message, actual, expected, operator });
    };
  const matches = (error: unknown, expected: unknown, message: unknown, operator: string): void => {
    if (expected === undefined) return;
    if (expected instanceof RegExp) {
      if (expected.test(String(error))) return;
      const said = `The input did not match the regular expression ${inspection.inspect(expected)}. Input:\n\n${inspection.inspect(String(error))}\n`;
      fail({ message: message ?? said, generated: message === undefined, actual: error, expected, operator });
    }
    if (typeof expected === 'function') {
      if (expected.prototype !== undefined && error instanceof expected) return;
      if (expected === Error || Object.prototype.isPrototypeOf.call(Error, expected)) {
        const got = error instanceof Error ? `"${error.constructor.name}"` : `"${inspection.inspect(error)}"`;
        const text = error instanceof Error ? `\n\nError message:\n\n${error.message}` : '';
        const said = `The error is expected to be an instance of "${expected.name}". Received ${got}${text}`;
        fail({ message: message ?? said, generated: message === undefined, actual: error, expected, operator });
      }
      if ((expected as (error: unknown) => unknown)(error) === true) return;
      const name = expected.name ? `"${expected.name}" ` : '';
      const said = `The ${name}validation function is expected to return "true". Received ${inspection.inspect((expected as (error: unknown) => unknown)(error))}\n\nCaught error:\n\n${String(error)}`;
      fail({ message: message ?? said, generated: message === undefined, actual: error, expected, operator });
    }
    const wanted = expected as Record<string, unknown>;
    const keys = [...Object.keys(wanted), ...(expected instanceof Error ? ['name', 'message'] : [])];
    const holds = keys.every((key) => {
      const held: unknown = Reflect.get(Object(error), key);
      const value = wanted[key];
      return value instanceof RegExp && typeof held === 'string' ? value.test(held) : isDeepEqual(held, value, true);
    });
    if (holds) return;
    const of = (source: object) =>
      Object.fromEntries(keys.filter((key) => key in source).map((key) => [key, Reflect.get(source, key)]));
    fail({
      generated: message === undefined,
      message: message ?? assertionMessage('deepStrictEqual', of(Object(error)), of(wanted), inspection),
      actual: error,
      expected,
      operator,
    });
  };
  const missing = (what: string, expected: unknown, message: unknown, operator: string) => {
    const kind = typeof expected === 'function' && expected.name ? ` (${expected.name})` : '';
    const said = typeof expected === 'string' ? expected : message;
    fail({ message: `Missing expected ${what}${kind}${said ? `: ${String(said)}` : '.'}`, expected, operator });
  };
  const caught = (error: unknown, expected: unknown, message: unknown, operator: string) => {
    if (typeof expected === 'string' && message === undefined) return;
    matches(error, expected, message, operator);
  };
  const unwanted = (what: string, error: unknown, expected: unknown, message: unknown, operator: string) => {
    if (typeof expected === 'function' && !(error instanceof expected)) throw error;
    const said = typeof expected === 'string' ? expected : message;
    const actual = error instanceof Error ? error.message : String(error);
    const text = `Got unwanted ${what}${said ? `: ${String(said)}` : '.'}\nActual message: "${actual}"`;
    fail({ message: text, actual: error, expected, operator });
  };
  const begun = (promise: unknown): Promise<unknown> => {
    const made = typeof promise === 'function' ? promise() : promise;
    if (typeof made?.then === 'function') return Promise.resolve(made);
    throw wrongType('promiseFn', 'of type function or an instance of Promise', promise);
  };
  const ok = (...values: [value?: unknown, message?: unknown]) => {
    const [value, message] = values;
    if (value) return;
    if (values.length === 0)
      fail({ message: 'No value argument passed to `assert.ok()`', actual: value, expected: true, operator: '==' });
    const call = message === undefined ? expressionOf(new Error()) : undefined;
    const said = `The expression evaluated to a falsy value${call === undefined ? '' : `:\n\n  ${call}\n`}`;
    fail({ message: message ?? said, generated: message === undefined, actual: value, expected: true, operator: '==' });
  };
  const pattern =
    (operator: 'match' | 'doesNotMatch', says: string) => (text: unknown, expected: unknown, message?: unknown) => {
      if (!(expected instanceof RegExp)) throw wrongType('regexp', 'an instance of RegExp', expected);
      if (typeof text === 'string' && expected.test(text) === (operator === 'match')) return;
      const said =
        typeof text === 'string'
          ? `${says} ${inspection.inspect(expected)}. Input:\n\n${inspection.inspect(text)}\n`
          : `The "string" argument must be of type string. Received type ${typeof text} (${inspection.inspect(text)})`;
      fail({ message: message ?? said, generated: message === undefined, actual: text, expected, operator });
    };
  const strict = {
    equal: compare('strictEqual', Object.is),
    notEqual: compare('notStrictEqual', (one, other) => !Object.is(one, other)),
    deepEqual: compare('deepStrictEqual', (one, other) => isDeepEqual(one, other, true)),
    notDeepEqual: compare('notDeepStrictEqual', (one, other) => !isDeepEqual(one, other, true)),
  };
  const methods = {
    ok,
    AssertionError,
    fail: (message?: unknown) => fail({ message: message ?? 'Failed', generated: message === undefined }),
    equal: compare('==', isLooselyEqual),
    notEqual: compare('!=', (one, other) => !isLooselyEqual(one, other)),
    deepEqual: compare('deepEqual', (one, other) => isDeepEqual(one, other, false)),
    notDeepEqual: compare('notDeepEqual', (one, other) => !isDeepEqual(one, other, false)),
    strictEqual: strict.equal,
    notStrictEqual: strict.notEqual,
    deepStrictEqual: strict.deepEqual,
    notDeepStrictEqual: strict.notDeepEqual,
    match: pattern('match', 'The input did not match the regular expression'),
    doesNotMatch: pattern('doesNotMatch', 'The input was expected to not match the regular expression'),
    ifError: (value: unknown) => {
      if (value === null || value === undefined) return;
      const text = value instanceof Error ? value.message || value.constructor.name : inspection.inspect(value);
      fail({ message: `ifError got unwanted exception: ${text}`, actual: value, expected: null, operator: 'ifError' });
    },
    throws: (thrower: Thrower, expected?: unknown, message?: unknown) => {
      if (typeof thrower !== 'function') throw wrongType('fn', 'of type function', thrower);
      try {
        thrower();
      } catch (error) {
        return caught(error, expected, message, 'throws');
      }
      missing('exception', expected, message, 'throws');
    },
    doesNotThrow: (thrower: Thrower, expected?: unknown, message?: unknown) => {
      try {
        thrower();
      } catch (error) {
        unwanted('exception', error, expected, message, 'doesNotThrow');
      }
    },
    rejects: async (promise: unknown, expected?: unknown, message?: unknown) => {
      try {
        await begun(promise);
      } catch (error) {
        return caught(error, expected, message, 'rejects');
      }
      missing('rejection', expected, message, 'rejects');
    },
    doesNotReject: async (promise: unknown, expected?: unknown, message?: unknown) => {
      try {
        await begun(promise);
      } catch (error) {
        unwanted('rejection', error, expected, message, 'doesNotReject');
      }
    },
  };
  const callable =
    () =>
    (...values: [value?: unknown, message?: unknown]) =>
      ok(...values);
  const strictly = Object.assign(callable(), methods, strict);
  Object.assign(strictly, { strict: strictly });
  return Object.assign(callable(), methods, { strict: strictly });
}
