/** Decodes a return value from the interpreter's JSON, in which marks stand for values that JSON does not have. */
import type { Json } from '../../party/shared/tests.js';
import { bestOf, Either, Incomparable, Unordered } from './compare-values.js';

const MARK = '\0';

/** Never throws: a value that no interpreter of ours has written equals nothing. */
export function returnedValue(json: unknown): unknown {
  try {
    return decoded(json);
  } catch {
    // A program has forged it: a mark has other parts than it should, or lists stand in lists without end.
    return new Incomparable('a value');
  }
}

function decoded(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(decoded);
  if (typeof json !== 'object' || json === null) return json;
  if (Object.hasOwn(json, MARK)) return marked((json as Record<string, unknown>)[MARK]);
  const entries = Object.entries(json).map(([key, value]) => [
    key.startsWith(MARK) ? key.slice(1) : key,
    decoded(value),
  ]);
  return Object.fromEntries(entries);
}

function marked(mark: unknown): unknown {
  const [kind, value]: unknown[] = Array.isArray(mark) ? mark : [];
  if (kind === 'or' && Array.isArray(value)) return new Either(value.map(decoded));
  if (kind === 'map' && Array.isArray(value)) {
    const pairs = value.map(decoded) as [unknown, unknown][];
    return new Either([Object.fromEntries(pairs), pairs]);
  }
  if (kind === 'fields' && Array.isArray(value)) {
    const [names, values] = value.map(decoded) as [string[], unknown[]];
    return new Either([values, Object.fromEntries(names.map((name, index) => [name, values[index]]))]);
  }
  if (kind === 'set' && Array.isArray(value)) return new Unordered(value.map(decoded));
  if (kind === 'number') return Number(value);
  if (kind === 'whole' && /^-?\d+$/.test(String(value))) return BigInt(String(value));
  if (kind === 'circular') return new Incomparable('a value that holds itself');
  return new Incomparable(kind === 'not' ? String(value).slice(0, 100) : 'a value');
}

/** Of a value with several readings, the one that fits the expected value. */
export function readAs(value: unknown, expected: Json | undefined): unknown {
  if (value instanceof Either) return readAs(bestOf(value, expected ?? null), expected);
  if (Array.isArray(value))
    return value.map((each, index) => readAs(each, Array.isArray(expected) ? expected[index] : undefined));
  if (typeof value !== 'object' || value === null || value instanceof Incomparable || value instanceof Unordered)
    return value;
  const wanted = Object(expected) as Record<string, Json>;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, readAs(each, wanted[key])]));
}

/** As text for people; on one line if short. */
export function shownValue(value: unknown, indent = ''): string {
  if (value instanceof Either) return shownValue(value.values[0], indent);
  if (value instanceof Incomparable) return `<${value.what}>`;
  if (value instanceof Unordered) return shownList('{', value.values, '}', indent);
  if (Array.isArray(value)) return shownList('[', value, ']', indent);
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, each]) => each !== undefined);
    const lines = (more: string) => fields.map(([key, each]) => `${JSON.stringify(key)}: ${shownValue(each, more)}`);
    return enclosed('{', lines, '}', indent);
  }
  return typeof value === 'string' ? JSON.stringify(value) : String(value ?? null);
}

const LINE_LENGTH = 80;

function shownList(open: string, values: readonly unknown[], close: string, indent: string): string {
  return enclosed(open, (more) => values.map((value) => shownValue(value, more)), close, indent);
}

function enclosed(open: string, lines: (indent: string) => string[], close: string, indent: string): string {
  const more = `${indent}  `;
  const parts = lines(more);
  const line = `${open}${parts.join(', ')}${close}`;
  if (line.length + indent.length <= LINE_LENGTH && !line.includes('\n')) return line;
  return `${open}\n${more}${parts.join(`,\n${more}`)}\n${indent}${close}`;
}
