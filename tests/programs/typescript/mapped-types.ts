type Getters<T> = { [K in keyof T as `get${Capitalize<string & K>}`]: () => T[K] };
function getters<T extends object>(o: T): Getters<T> { const r: any = {}; for (const k of Object.keys(o) as (keyof T & string)[]) r[`get${k[0].toUpperCase()}${k.slice(1)}`] = () => o[k]; return r; }
const g = getters({ name: 'Ann', age: 3 }); console.log(g.getName(), g.getAge());
type DeepReadonly<T> = T extends (infer U)[] ? readonly DeepReadonly<U>[] : T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
const d: DeepReadonly<{ a: { b: number[] } }> = { a: { b: [1] } }; console.log(d);
