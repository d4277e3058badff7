// Node's comparisons of two values: deep ones, and that of `==`.

type Same = (one: unknown, other: unknown) => boolean;

/** As in Node, prototypes, types and symbols count only if `strict`. */
export function isDeepEqual(one: unknown, other: unknown, strict: boolean, above: [unknown, unknown][] = []): boolean {
  if (strict ? Object.is(one, other) : one === other) return true;
  if (!isObject(one) || !isObject(other)) {
    return !strict && !isObject(one) && !isObject(other) && isLooselyEqual(one, other);
  }
  if (strict && Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  if (Object.prototype.toString.call(one) !== Object.prototype.toString.call(other)) return false;
  if (above.some(([left, right]) => left === one && right === other)) return true;
  const deeper: [unknown, unknown][] = [...above, [one, other]];
  const same: Same = (left, right) => isDeepEqual(left, right, strict, deeper);
  if (one instanceof Date && other instanceof Date) {
    if (one.getTime() !== other.getTime()) return false;
  } else if (one instanceof RegExp && other instanceof RegExp) {
    if (String(one) !== String(other) || one.lastIndex !== other.lastIndex) return false;
  } else if (one instanceof Error && other instanceof Error) {
    if (one.message !== other.message || one.name !== other.name || !same(one.cause, other.cause)) return false;
    if (!same(Reflect.get(one, 'errors'), Reflect.get(other, 'errors'))) return false;
  } else if (isBoxed(one)) {
    if (!isBoxed(other) || !Object.is(one.valueOf(), other.valueOf())) return false;
  } else if (one instanceof Map && other instanceof Map) {
    if (!areMapsEqual(one, other, strict, same)) return false;
  } else if (one instanceof Set && other instanceof Set) {
    if (!areSetsEqual(one, other, strict, same)) return false;
  } else if (one instanceof ArrayBuffer && other instanceof ArrayBuffer) {
    if (!same(new Uint8Array(one), new Uint8Array(other))) return false;
  } else if (one instanceof DataView && other instanceof DataView) {
    const [left, right] = [one, other].map((view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
    if (!same(left, right)) return false;
  }
  if (Array.isArray(one) && (!Array.isArray(other) || one.length !== other.length)) return false;
  const keys = keysOf(one, strict);
  return (
    keys.length === keysOf(other, strict).length &&
    keys.every((key) => isOwnShown(other, key) && same(Reflect.get(one, key), Reflect.get(other, key)))
  );
}

function areSetsEqual(one: Set<unknown>, other: Set<unknown>, strict: boolean, same: Same): boolean {
  if (one.size !== other.size) return false;
  const wanted = [...one].filter((value) => isObject(value) || !other.has(value));
  // No other primitive is equal to one.
  if (strict && !wanted.every(isObject)) return false;
  const left = new Set([...other].filter((value) => isObject(value) || !one.has(value)));
  return arePaired(wanted, left, same);
}

function areMapsEqual(one: Map<unknown, unknown>, other: Map<unknown, unknown>, strict: boolean, same: Same): boolean {
  if (one.size !== other.size) return false;
  const known = (key: unknown) =>
    !isObject(key) && one.has(key) && other.has(key) && same(one.get(key), other.get(key));
  const wanted = [...one].filter(([key]) => !known(key));
  if (strict && !wanted.every(([key]) => isObject(key))) return false;
  const left = new Set([...other].filter(([key]) => !known(key)));
  return arePaired(wanted, left, ([key, value], [otherKey, held]) => same(key, otherKey) && same(value, held));
}

/** Each of the wanted finds a partner of its own among the others, none of whom is left. */
function arePaired<T>(wanted: readonly T[], left: Set<T>, same: (one: T, other: T) => boolean): boolean {
  const found = wanted.every((each) => {
    for (const candidate of left) if (same(each, candidate)) return left.delete(candidate);
    return false;
  });
  return found && left.size === 0;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isBoxed(value: object): boolean {
  return [Number, String, Boolean, Symbol, BigInt].some((kind) => value instanceof kind);
}

function isOwnShown(value: object, key: PropertyKey): boolean {
  return Object.prototype.propertyIsEnumerable.call(value, key);
}

function keysOf(value: object, strict: boolean): PropertyKey[] {
  return strict ? Reflect.ownKeys(value).filter((key) => isOwnShown(value, key)) : Object.keys(value);
}

/** As `==` does, for which NaN is like itself, too. */
export function isLooselyEqual(one: unknown, other: unknown): boolean {
  if (one === other || (Number.isNaN(one) && Number.isNaN(other))) return true;
  const [nothing, nothingElse] = [one ?? null, other ?? null].map((value) => value === null);
  if (nothing || nothingElse) return nothing === nothingElse;
  if (Object(one) === one && Object(other) === other) return false;
  const [left, right] = [primitiveOf(one), primitiveOf(other)];
  if (typeof left === 'symbol' || typeof right === 'symbol') return left === right;
  // These take texts, numbers and truth values of two kinds for numbers, as `==` does.
  return (left as number) <= (right as number) && (left as number) >= (right as number);
}

/** What an object is worth where anything may be wanted of it. */
function primitiveOf(value: unknown): unknown {
  if (Object(value) !== value) return value;
  const own: unknown = Reflect.get(value as object, Symbol.toPrimitive);
  const methods =
    typeof own === 'function' ? [own] : ['valueOf', 'toString'].map((name) => Reflect.get(value as object, name));
  for (const method of methods) {
    const result: unknown = typeof method === 'function' ? Reflect.apply(method, value, ['default']) : value;
    if (Object(result) !== result) return result;
  }
  throw new TypeError('Cannot convert object to primitive value');
}
