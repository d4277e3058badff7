type DeepReadonly<T> = T extends (...a: never[]) => unknown ? T : { readonly [K in keyof T]: DeepReadonly<T[K]> };
type Getters<T> = { [K in keyof T & string as `get${Capitalize<K>}`]: () => T[K] };
type Paths<T, P extends string = ''> = T extends object ? { [K in keyof T & string]: K | `${K}.${Paths<T[K]>}` }[keyof T & string] : never;
function getters<T extends Record<string, unknown>>(o: T): Getters<T> {
  return Object.fromEntries(Object.entries(o).map(([k, v]) => [`get${k[0]!.toUpperCase()}${k.slice(1)}`, () => v])) as Getters<T>;
}
const frozen = <const T>(x: T): DeepReadonly<T> => Object.freeze(x) as DeepReadonly<T>;
const g = getters({ name: 'Ada', age: 36 });
console.log(g.getName(), g.getAge(), Object.keys(g));
const f = frozen({ a: { b: [1, 2] } });
const path: Paths<{ a: { b: { c: number } } }> = 'a.b.c';
console.log(path, f);
