/** Compares a returned value, or the rows of a query, with a test's expected value, and describes the first difference. */
import type { ExpectedRows, Json } from '../../party/shared/tests.js';
import { faultText, KIND_WORDS } from '../wording/fault-text.js';

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
const DEFAULT_TOLERANCE = 1e-9;

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
    return sameNumber(given, wanted, tolerance) ? null : other(faultText('differs', { wanted, given: String(given) }));
  if (given instanceof Unordered && Array.isArray(wanted))
    return differInAnyOrder(given, wanted, tolerance, path, within);
  if (typeof given === 'bigint' && typeof wanted === 'number')
    return Number.isInteger(wanted) && given === BigInt(wanted)
      ? null
      : other(faultText('differs', { wanted, given: String(given) }));
  const [kind, wantedKind] = [kindOf(given), kindOf(wanted)];
  if (kind === undefined) return other(faultText('incomparable', { given: nameOf(given) }));
  if (kind !== wantedKind) return other(faultText('differs', { wanted: wantedKind ?? '', given: kind }));
  if (typeof given !== 'object' || given === null)
    return given === wanted ? null : other(faultText('differs', { wanted: short(wanted), given: short(given) }));
  if (within.includes(given)) return other(faultText('holds-itself'));
  const inside = [...within, given];
  if (Array.isArray(given)) {
    const list = wanted as Json[];
    for (let index = 0; index < Math.min(given.length, list.length); index++) {
      const found = differ(given[index], list[index], tolerance, `${path}[${index}]`, inside);
      if (found) return found;
    }
    return given.length === list.length
      ? null
      : other(faultText('lengths-differ', { wanted: list.length, given: given.length }));
  }
  return differInKeys(given as Record<string, unknown>, wanted as Record<string, Json>, tolerance, path, inside);
}

/** Chooses the reading of the expected kind; of several, the first that is equal. */
export function bestOf({ values }: Either, wanted: Json, tolerance?: number): unknown {
  const fitting = values.filter((value) => value instanceof Either || kindOf(value) === kindOf(wanted));
  const equal = fitting.findIndex((value) => differ(value, wanted, tolerance, '', []) === null);
  const best = fitting.length > 0 ? fitting[Math.max(0, equal)] : values[0];
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
    const index = left.findIndex((each) => differ(each, value, tolerance, '', within) === null);
    if (index < 0) return { path, text: faultText('value-missing', { value: short(value) }) };
    left.splice(index, 1);
  }
  return left.length === 0 ? null : { path, text: faultText('value-extra', { value: short(left[0]) }) };
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
  if (missing !== undefined) return { path, text: faultText('key-missing', { key: short(missing) }) };
  const extra = keys.find((key) => !Object.hasOwn(wanted, key));
  if (extra !== undefined) return { path, text: faultText('key-extra', { key: short(extra) }) };
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
  if (Array.isArray(value)) return KIND_WORDS.list;
  if (typeof value === 'string') return KIND_WORDS.text;
  if (typeof value === 'number') return KIND_WORDS.number;
  if (typeof value === 'boolean') return KIND_WORDS.boolean;
  if (typeof value === 'bigint') return KIND_WORDS.number;
  if (value instanceof Unordered) return KIND_WORDS.set;
  if (typeof value !== 'object') return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null ? KIND_WORDS.object : undefined;
}

function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`;
  if (value instanceof Incomparable) return value.what;
  const { constructor: made } = value;
  return typeof made === 'function' && made.name ? `a ${made.name}` : KIND_WORDS.value;
}

function short(value: unknown): string {
  const text = typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
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
      text: faultText('columns-differ', { wanted: expected.columns.join(', '), given: actual.columns.join(', ') }),
    };
  if (ordered) return firstDifference(actual.values, expected.values);
  const left = [...actual.values];
  for (const row of expected.values) {
    const index = left.findIndex((one) => firstDifference(one, row) === null);
    if (index < 0) return { path: '', text: faultText('row-missing', { row: short(row) }) };
    left.splice(index, 1);
  }
  return left.length === 0 ? null : { path: '', text: faultText('row-extra', { row: short(left[0]) }) };
}
