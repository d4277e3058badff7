// Node's deep comparison of two values.

/** As in Node, prototypes and types count only if `strict`. */
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

/** Functions are compared by identity like primitives. */
export function isPrimitive(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function ownKeys(value: object): PropertyKey[] {
  return Reflect.ownKeys(value).filter((key) => Object.prototype.propertyIsEnumerable.call(value, key));
}

export function looselyEqual(one: unknown, other: unknown): boolean {
  // Numbers and their strings, null and undefined: like `==`.
  if (one === null || one === undefined || other === null || other === undefined)
    return (one ?? null) === (other ?? null);
  if (typeof one === typeof other) return one === other;
  return Number(one as number) === Number(other as number);
}
