// Converts a return value to JSON, with marks for values that JSON does not have, as in returned.py.

/** Limit on values plus characters; no test expects as many. */
const MOST = 400_000;
const DEEPEST = 200;

/** Thrown for larger values. */
export const TooLarge = new Error('The value is too large.');

const { isArray, from: listOf } = Array;
const { isSafeInteger, isFinite: isFiniteNumber } = Number;
const { getPrototypeOf, keys: keysOf } = Object;
const { apply } = Reflect;
const { toISOString } = Date.prototype;

type Mark = 'or' | 'map' | 'set' | 'number' | 'whole' | 'not' | 'circular';

function mark(kind: Mark, value: unknown = null): object {
  return { '\0': [kind, value] };
}

/** Walks a value once. Getters of the program may run and throw. */
export class Plain {
  #left = MOST;

  /** Collects an async generator into an array. */
  async listed(value: unknown): Promise<unknown> {
    if (typeof value !== 'object' || value === null || isIterator(value) || !(Symbol.asyncIterator in value))
      return value;
    const list: unknown[] = [];
    for await (const each of value as AsyncIterable<unknown>) {
      this.#spend(1);
      list.push(each);
    }
    return list;
  }

  of(value: unknown, above: readonly object[] = []): unknown {
    this.#spend(1);
    if (value === undefined || value === null || typeof value === 'boolean') return value ?? null;
    if (typeof value === 'string') return this.#text(value);
    if (typeof value === 'number') return isFiniteNumber(value) ? value : mark('number', String(value));
    if (typeof value === 'bigint') return this.#whole(value);
    if (typeof value !== 'object') return mark('not', `a ${typeof value}`);
    if (above.includes(value)) return mark('circular');
    if (above.length > DEEPEST) return mark('not', `a value nested more than ${DEEPEST} deep`);
    return this.#object(value, [...above, value]);
  }

  #spend(count: number): void {
    this.#left -= count;
    if (this.#left < 0) throw TooLarge;
  }

  #text(value: string): string {
    this.#spend(value.length);
    return value;
  }

  #whole(value: bigint): unknown {
    const number = Number(value);
    if (isSafeInteger(number)) return number;
    const digits = this.#text(String(value));
    return mark('or', [mark('whole', digits), digits]);
  }

  #object(value: object, above: readonly object[]): unknown {
    if (isArray(value)) return this.#all(value, above);
    if (value instanceof Map) return this.#map(value, above);
    if (value instanceof Set) return mark('set', this.#all(value, above));
    if (value instanceof Date) {
      if (Number.isNaN(value.getTime())) return mark('not', 'a Date that is none');
      return mark('or', [apply(toISOString, value, []), value.getTime()]);
    }
    if (value instanceof Number || value instanceof String || value instanceof Boolean)
      return this.of(value.valueOf(), above);
    if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
      return this.#all(value as unknown as Iterable<unknown>, above);
    }
    if (isIterator(value)) return this.#all(value, above);
    for (const kind of [Promise, WeakMap, WeakSet, ArrayBuffer, DataView, RegExp, Error])
      if (value instanceof kind)
        return mark('not', `${/^[AEIOU]/.test(kind.name) ? 'an' : 'a'} ${nameOf(value) ?? kind.name}`);
    return this.#fields(value, above);
  }

  /** Own fields, also of class instances: what JSON.stringify would write. */
  #fields(value: object, above: readonly object[]): unknown {
    const { toJSON } = value as { toJSON?: unknown };
    if (typeof toJSON === 'function') return this.of(apply(toJSON, value, []), above);
    const found: Record<string, unknown> = Object.create(null);
    for (const key of keysOf(value)) {
      const item = (value as Record<string, unknown>)[key];
      // JSON has no undefined, so a key with that value counts as missing.
      if (item !== undefined) found[this.#key(key)] = this.of(item, above);
    }
    return found;
  }

  /** As an object, or as pairs if keys are not strings. */
  #map(value: Map<unknown, unknown>, above: readonly object[]): unknown {
    const pairs = listOf(value);
    const listed = this.#all(pairs, above);
    if (!pairs.every(([key]) => typeof key === 'string' || typeof key === 'number')) return listed;
    return mark('map', listed);
  }

  /** A key of a single NUL would be a mark. */
  #key(key: string): string {
    const text = this.#text(key);
    return text.startsWith('\0') ? `\0${text}` : text;
  }

  #all(values: Iterable<unknown>, above: readonly object[]): unknown[] {
    const list: unknown[] = [];
    for (const each of values) list.push(this.of(each, above));
    return list;
  }
}

/** A generator, or the iterator of a Map or an array. */
function isIterator(value: object): value is IterableIterator<unknown> {
  return typeof (value as Iterator<unknown>).next === 'function' && Symbol.iterator in value;
}

function nameOf(value: object): string | undefined {
  const name: unknown = getPrototypeOf(value)?.constructor?.name;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
