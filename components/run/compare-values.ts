/** Compares a returned value, or the rows of a query, with a test's expected value, and describes the first difference. */
import type { ExpectedRows, Json } from '../../party/shared/tests.js';

export interface Difference {
  /** Path to the first difference: `[2].price`; empty for the value itself. */
  path: string;
  /** A sentence about it. */
  text: string;
}

/** A value that may be read in several ways, such as Python's Decimal: as a number, and as its digits. */
export class Either {
  constructor(readonly values: readonly unknown[]) {}
}

/** A set: equals a list of the same values in any order. */
export class Unordered {
  constructor(readonly values: readonly unknown[]) {}
}

/** A value that no test can expect. `what` continues a sentence after "Got". */
export class Incomparable {
  constructor(readonly what: string) {}
}

/** Allows for floating-point errors of a few operations; integers are compared exactly. */
export const DEFAULT_TOLERANCE = 1e-9;

/**
 * The first difference, or null. The order of lists counts, that of keys does not. `tolerance` is absolute for numbers up to 1 and
 * relative above. NaN equals NaN, -0 equals 0, and undefined equals null. A bigint equals the same
 * number.
 */
export function firstDifference(actual: unknown, expected: Json, tolerance?: number): Difference | null {
  return differ(actual, expected, tolerance, '', []);
}

/** `within` are the enclosing values, to detect cycles. */
function differ(
  actual: unknown,
  expected: Json | undefined,
  tolerance: number | undefined,
  path: string,
  within: readonly object[],
): Difference | null {
  const other = (text: string): Difference => ({ path, text });
  const wanted = expected ?? null;
  const given = actual instanceof Either ? bestOf(actual, wanted, tolerance) : (actual ?? null);
  if (typeof given === 'number' && typeof wanted === 'number')
    return sameNumber(given, wanted, tolerance) ? null : other(`Expected ${wanted}, got ${given}.`);
  if (given instanceof Unordered && Array.isArray(wanted))
    return differInAnyOrder(given, wanted, tolerance, path, within);
  if (typeof given === 'bigint' && typeof wanted === 'number')
    return given === BigInt(Math.trunc(wanted)) ? null : other(`Expected ${wanted}, got ${given}.`);
  const [kind, wantedKind] = [kindOf(given), kindOf(wanted)];
  if (kind === undefined)
    return other(
      `Got ${nameOf(given)}, which cannot be compared. Return lists, objects, texts, numbers, true, false or null.`,
    );
  if (kind !== wantedKind) return other(`Expected ${wantedKind}, got ${kind}.`);
  if (typeof given !== 'object' || given === null)
    return given === wanted ? null : other(`Expected ${short(wanted)}, got ${short(given)}.`);
  if (within.includes(given)) return other('Got a value that holds itself, which cannot be compared.');
  const inside = [...within, given];
  if (Array.isArray(given)) {
    const list = wanted as Json[];
    for (let index = 0; index < Math.min(given.length, list.length); index++) {
      const found = differ(given[index], list[index], tolerance, `${path}[${index}]`, inside);
      if (found) return found;
    }
    return given.length === list.length ? null : other(`Expected ${count(list.length)}, got ${count(given.length)}.`);
  }
  return differInKeys(given as Record<string, unknown>, wanted as Record<string, Json>, tolerance, path, inside);
}

/** Chooses the reading of the expected kind; of several, the first that is equal. */
export function bestOf({ values }: Either, wanted: Json, tolerance?: number): unknown {
  const fitting = values.filter((value) => value instanceof Either || kindOf(value) === kindOf(wanted));
  const equal = fitting.length > 1 && fitting.find((value) => differ(value, wanted, tolerance, '', []) === null);
  const best = equal || (fitting[0] ?? values[0]);
  return best instanceof Either ? bestOf(best, wanted, tolerance) : best;
}

function differInAnyOrder(
  { values }: Unordered,
  wanted: Json[],
  tolerance: number | undefined,
  path: string,
  within: readonly object[],
): Difference | null {
  const left = [...values];
  for (const value of wanted) {
    const place = left.findIndex((each) => differ(each, value, tolerance, '', within) === null);
    if (place < 0) return { path, text: `The value ${short(value)} is missing.` };
    left.splice(place, 1);
  }
  return left.length === 0 ? null : { path, text: `There should be no value ${short(left[0])}.` };
}

function differInKeys(
  given: Record<string, unknown>,
  wanted: Record<string, Json>,
  tolerance: number | undefined,
  path: string,
  inside: readonly object[],
): Difference | null {
  // JSON has no undefined, so a key with that value counts as missing.
  const keys = Object.keys(given).filter((key) => given[key] !== undefined);
  const missing = Object.keys(wanted).find((key) => !keys.includes(key));
  if (missing !== undefined) return { path, text: `The key ${short(missing)} is missing.` };
  const extra = keys.find((key) => !Object.hasOwn(wanted, key));
  if (extra !== undefined) return { path, text: `There should be no key ${short(extra)}.` };
  for (const key of keys) {
    const step = /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    const found = differ(given[key], wanted[key], tolerance, path + step, inside);
    if (found) return found;
  }
  return null;
}

function sameNumber(actual: number, expected: number, tolerance: number | undefined): boolean {
  // Includes Infinity, whose difference from itself is NaN.
  if (actual === expected || (Number.isNaN(actual) && Number.isNaN(expected))) return true;
  // Above 2^53 every number is an integer, even a computed one.
  const exact = tolerance === undefined && Number.isSafeInteger(actual) && Number.isSafeInteger(expected);
  if (exact || !Number.isFinite(actual) || !Number.isFinite(expected)) return false;
  const size = Math.max(1, Math.abs(actual), Math.abs(expected));
  return Math.abs(actual - expected) <= (tolerance ?? DEFAULT_TOLERANCE) * size;
}

/** Undefined for values that JSON does not have. */
function kindOf(value: unknown): string | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return 'true or false';
  if (typeof value === 'bigint') return 'a number';
  if (value instanceof Unordered) return 'a set';
  if (typeof value !== 'object') return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null ? 'an object' : undefined;
}

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`;
  if (value instanceof Incomparable) return value.what;
  const { constructor: made } = value;
  return typeof made === 'function' && made.name ? `a ${made.name}` : 'a value';
}

function short(value: unknown): string {
  const text = typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function count(length: number): string {
  return length === 1 ? '1 item' : `${length} items`;
}

/** The same for rows; column names count, but not their case. Without `ordered`, rows may come in any order. */
export function firstRowDifference(actual: ExpectedRows, expected: ExpectedRows, ordered = false): Difference | null {
  const columns = firstDifference(
    actual.columns.map((name) => name.toLowerCase()),
    expected.columns.map((name) => name.toLowerCase()),
  );
  if (columns)
    return {
      path: 'columns',
      text: `Expected the columns ${expected.columns.join(', ')}, got ${actual.columns.join(', ')}.`,
    };
  if (ordered) return firstDifference(actual.values, expected.values);
  const left = [...actual.values];
  for (const row of expected.values) {
    const place = left.findIndex((one) => firstDifference(one, row) === null);
    if (place < 0) return { path: '', text: `The row ${short(row)} is missing.` };
    left.splice(place, 1);
  }
  return left.length === 0 ? null : { path: '', text: `There should be no row ${short(left[0])}.` };
}
