/** Compares what a function returned, or a query gave, with what a test expects: by value, and says where they differ. */
import type { ExpectedRows, Json } from '../../party/shared/tests.js';

export interface Difference {
  /** Way to the first difference: `[2].price`, empty for the value itself. */
  path: string;
  /** A sentence about it. */
  text: string;
}

/** A value that can be read in several ways, such as a decimal number of Python's: as a number, and as its digits. */
export class Either {
  constructor(readonly values: readonly unknown[]) {}
}

/** A set: equal to a list of the same values in any order. */
export class Unordered {
  constructor(readonly values: readonly unknown[]) {}
}

/** What no test can expect. `what` goes on from "Got". */
export class Incomparable {
  constructor(readonly what: string) {}
}

/** Apart by what adding a few decimals loses; whole numbers are compared exactly. */
export const DEFAULT_TOLERANCE = 1e-9;

/**
 * The first difference, null if there is none. Lists count in order, keys of objects in any. `tolerance` is absolute for
 * numbers up to 1 and relative above. NaN equals NaN, -0 equals 0, and nothing returned equals null. A bigint
 * equals the number it is.
 */
export function firstDifference(actual: unknown, expected: Json, tolerance?: number): Difference | null {
  return differ(actual, expected, tolerance, '', []);
}

/** `within` is what the value lies in, so that one that holds itself comes to an end. */
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

/** Of several ways to read a value that of the kind that is expected; of several of that kind the first that is equal. */
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
  // JSON has no undefined: a key with nothing in it is none.
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
  // Infinity too, whose distance from itself is no number.
  if (actual === expected || (Number.isNaN(actual) && Number.isNaN(expected))) return true;
  // Above 2^53 every number is a whole one, also those that were computed with decimals.
  const exact = tolerance === undefined && Number.isSafeInteger(actual) && Number.isSafeInteger(expected);
  if (exact || !Number.isFinite(actual) || !Number.isFinite(expected)) return false;
  const size = Math.max(1, Math.abs(actual), Math.abs(expected));
  return Math.abs(actual - expected) <= (tolerance ?? DEFAULT_TOLERANCE) * size;
}

/** Undefined for what JSON has no word for. */
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

/** The same for rows of a query; names of columns count, but not their case. Without `ordered` rows may come in any order. */
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
