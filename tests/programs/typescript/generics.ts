type Result<T, E = Error> = { ok: true; value: T } | { ok: false; error: E };
function attempt<T>(fn: () => T): Result<T> {
  try {
    return { ok: true, value: fn() };
  } catch (error) {
    return { ok: false, error: error as Error };
  }
}
const o = { async<T>(x: T) { return x; }, get<T>(x: T) { return x; }, static: 1, type: 2, as: 3, of: 4 };
const identity = <T,>(x: T): T => x;
const r = attempt(() => JSON.parse('{"a": 1}') as { a: number });
if (r.ok) console.log(r.value.a);
const bad = attempt<number>(() => { throw new RangeError('no'); });
console.log(bad.ok ? bad.value : bad.error.message, o.async(5), identity<string>('x'), o.as, o.type);
const pick = <T, K extends keyof T>(obj: T, ...keys: K[]): Pick<T, K> => Object.fromEntries(keys.map((k) => [k, obj[k]])) as Pick<T, K>;
console.log(pick({ a: 1, b: 2, c: 3 }, 'a', 'c'));
let x = <number>(<unknown>'5');
console.log(x!, (x as any)?.length satisfies number);
