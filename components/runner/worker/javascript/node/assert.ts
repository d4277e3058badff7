// Node's `assert`, and the comparison behind its deepEqual.
import { inspect } from '../inspect.js';

interface Failure {
  message?: unknown;
  actual?: unknown;
  expected?: unknown;
  operator?: string;
}

export class AssertionError extends Error {
  override readonly name = 'AssertionError';
  readonly code = 'ERR_ASSERTION';
  readonly actual: unknown;
  readonly expected: unknown;
  readonly operator: string;

  constructor({ message, actual, expected, operator = 'fail' }: Failure) {
    super(String(message ?? 'Failed'));
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
    // Whatever a program catches of it, its enumerable parts are those of Node.
    Reflect.defineProperty(this, 'name', { value: 'AssertionError', enumerable: false });
  }
}

/** Node's: prototypes and types count only where it is strict. */
export function isDeepEqual(one: unknown, other: unknown, strict: boolean, above: [unknown, unknown][] = []): boolean {
  if (strict ? Object.is(one, other) : one === other || (Number.isNaN(one) && Number.isNaN(other))) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return !strict && isPrimitive(one) && isPrimitive(other) && looselyEqual(one, other);
  }
  if (strict && Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  if (Object.prototype.toString.call(one) !== Object.prototype.toString.call(other)) return false;
  if (above.some(([left, right]) => left === one && right === other)) return true;
  const deeper: [unknown, unknown][] = [...above, [one, other]];
  const same = (left: unknown, right: unknown) => isDeepEqual(left, right, strict, deeper);
  if (one instanceof Date && other instanceof Date) {
    if (!Object.is(one.getTime(), other.getTime())) return false;
  } else if (one instanceof RegExp && other instanceof RegExp) {
    if (String(one) !== String(other)) return false;
  } else if (one instanceof Error && other instanceof Error) {
    if (one.message !== other.message || one.name !== other.name || !same(one.cause, other.cause)) return false;
  } else if (one instanceof Number || one instanceof String || one instanceof Boolean) {
    if (!Object.is(one.valueOf(), other.valueOf())) return false;
  } else if (one instanceof Map && other instanceof Map) {
    if (one.size !== other.size || ![...one].every(([key, value]) => hasEntry(other, key, value, same))) return false;
  } else if (one instanceof Set && other instanceof Set) {
    const has = (value: unknown) => other.has(value) || [...other].some((each) => same(value, each));
    if (one.size !== other.size || ![...one].every(has)) return false;
  }
  if (Array.isArray(one) && one.length !== (other as unknown[]).length) return false;
  const keys = ownKeys(one);
  return (
    keys.length === ownKeys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(Reflect.get(one, key), Reflect.get(other, key)))
  );
}

function hasEntry(
  map: Map<unknown, unknown>,
  key: unknown,
  value: unknown,
  same: (one: unknown, other: unknown) => boolean,
) {
  if (map.has(key)) return same(value, map.get(key));
  return [...map].some(([each, held]) => same(key, each) && same(value, held));
}

/** Functions are compared as what they are, too. */
function isPrimitive(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function ownKeys(value: object): PropertyKey[] {
  return Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key));
}

function looselyEqual(one: unknown, other: unknown): boolean {
  // Numbers and their texts, null and undefined: what `==` says of primitives.
  if (one === null || one === undefined || other === null || other === undefined)
    return (one ?? null) === (other ?? null);
  if (typeof one === typeof other) return one === other;
  return Number(one as number) === Number(other as number);
}

type Thrower = () => unknown;

export function createAssert() {
  const fail = (failure: Failure): never => {
    if (failure.message instanceof Error) throw failure.message;
    throw new AssertionError(failure);
  };
  const check = (ok: boolean, operator: string, says: string, actual: unknown, expected: unknown, message: unknown) => {
    if (!ok)
      fail({
        message: message ?? `${says}\n\n${inspect(actual)}\n\nshould ${operator}\n\n${inspect(expected)}\n`,
        actual,
        expected,
        operator,
      });
  };
  const compare =
    (operator: string, says: string, holds: (actual: unknown, expected: unknown) => boolean) =>
    (actual: unknown, expected: unknown, message?: unknown) =>
      check(holds(actual, expected), operator, says, actual, expected, message);
  const matches = (error: unknown, expected: unknown): boolean => {
    if (expected === undefined || typeof expected === 'string') return true;
    if (expected instanceof RegExp) return expected.test(String(error));
    if (typeof expected === 'function') {
      if (expected.prototype !== undefined && error instanceof expected) return true;
      if (expected === Error || Object.prototype.isPrototypeOf.call(Error, expected)) return false;
      return (expected as (error: unknown) => unknown)(error) === true;
    }
    return Object.entries(expected as object).every(([key, value]) => {
      const held: unknown = Reflect.get(error as object, key);
      return value instanceof RegExp && typeof held === 'string' ? value.test(held) : isDeepEqual(held, value, true);
    });
  };
  const judge = (error: unknown, expected: unknown) => {
    if (!matches(error, expected)) throw error;
  };
  const ok = (value: unknown, message?: unknown) => {
    if (!value)
      fail({
        message: message ?? 'The expression evaluated to a falsy value',
        actual: value,
        expected: true,
        operator: '==',
      });
  };
  const says = 'Expected values to be';
  const strict = {
    equal: compare('strictEqual', `${says} strictly equal:`, Object.is),
    notEqual: compare('notStrictEqual', 'Expected "actual" to be strictly unequal to:', (a, b) => !Object.is(a, b)),
    deepEqual: compare('deepStrictEqual', `${says} strictly deep-equal:`, (a, b) => isDeepEqual(a, b, true)),
    notDeepEqual: compare(
      'notDeepStrictEqual',
      'Expected "actual" not to be strictly deep-equal to:',
      (a, b) => !isDeepEqual(a, b, true),
    ),
  };
  const methods = {
    ok,
    AssertionError,
    fail: (message: unknown = 'Failed') => fail({ message }),
    equal: compare('==', `${says} loosely equal:`, (a, b) => isLoose(a, b)),
    notEqual: compare('!=', 'Expected "actual" to be loosely unequal to:', (a, b) => !isLoose(a, b)),
    deepEqual: compare('deepEqual', `${says} loosely deep-equal:`, (a, b) => isDeepEqual(a, b, false)),
    notDeepEqual: compare(
      'notDeepEqual',
      'Expected "actual" not to be loosely deep-equal to:',
      (a, b) => !isDeepEqual(a, b, false),
    ),
    strictEqual: strict.equal,
    notStrictEqual: strict.notEqual,
    deepStrictEqual: strict.deepEqual,
    notDeepStrictEqual: strict.notDeepEqual,
    match: (text: string, pattern: RegExp, message?: unknown) =>
      check(pattern.test(text), 'match', 'The input did not match the regular expression.', text, pattern, message),
    doesNotMatch: (text: string, pattern: RegExp, message?: unknown) =>
      check(!pattern.test(text), 'doesNotMatch', 'The input was expected not to match.', text, pattern, message),
    ifError: (value: unknown) => {
      if (value !== null && value !== undefined) throw value;
    },
    throws: (thrower: Thrower, expected?: unknown, message?: unknown) => {
      try {
        thrower();
      } catch (error) {
        return judge(error, expected);
      }
      fail({
        message: message ?? (typeof expected === 'string' ? expected : 'Missing expected exception.'),
        operator: 'throws',
      });
    },
    doesNotThrow: (thrower: Thrower) => void thrower(),
    rejects: async (promise: Promise<unknown> | Thrower, expected?: unknown, message?: unknown) => {
      try {
        await (typeof promise === 'function' ? promise() : promise);
      } catch (error) {
        return judge(error, expected);
      }
      fail({ message: message ?? 'Missing expected rejection.', operator: 'rejects' });
    },
    doesNotReject: async (promise: Promise<unknown> | Thrower) =>
      void (await (typeof promise === 'function' ? promise() : promise)),
  };
  const strictly = Object.assign((value: unknown, message?: unknown) => ok(value, message), methods, strict);
  const assert = Object.assign((value: unknown, message?: unknown) => ok(value, message), methods, {
    strict: strictly,
  });
  return Object.assign(assert, { default: assert });
}

function isLoose(one: unknown, other: unknown): boolean {
  return (
    one === other ||
    (Number.isNaN(one) && Number.isNaN(other)) ||
    (isPrimitive(one) && isPrimitive(other) && looselyEqual(one, other))
  );
}
