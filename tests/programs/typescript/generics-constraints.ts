interface HasId<K extends PropertyKey = number> { id: K }
class Repo<T extends HasId<K>, K extends PropertyKey = T['id']> {
  readonly #items = new Map<K, T>();
  constructor(...items: T[]) { items.forEach((i) => this.add(i)); }
  add<U extends T>(item: U): this { this.#items.set(item.id, item); return this; }
  find<S extends T>(guard: (x: T) => x is S): S[]; find(pred: (x: T) => boolean): T[];
  find(pred: (x: T) => boolean): T[] { return [...this.#items.values()].filter(pred); }
  pluck<P extends keyof T>(key: P): T[P][] { return this.find(() => true).map((x) => x[key]); }
  update(id: K, patch: Partial<Omit<T, 'id'>>): T | undefined { const old = this.#items.get(id); if (!old) return; const next = { ...old, ...patch }; this.#items.set(id, next); return next; }
  groupBy<G extends PropertyKey>(f: (x: T) => G): Record<G, T[]> { return this.find(() => true).reduce((acc, x) => { (acc[f(x)] ??= []).push(x); return acc; }, {} as Record<G, T[]>); }
}
type Animal = { id: string; legs: number } & ({ kind: 'cat'; lives: 9 } | { kind: 'bird'; wings?: true });
const repo = new Repo<Animal>({ id: 'tom', legs: 4, kind: 'cat', lives: 9 }, { id: 'tweety', legs: 2, kind: 'bird' });
const isCat = (a: Animal): a is Extract<Animal, { kind: 'cat' }> => a.kind === 'cat';
console.log(repo.find(isCat)[0]!.lives, repo.pluck('legs'), repo.update('tweety', { legs: 1 }), repo.update('x', {}), repo.groupBy((a) => a.kind), repo);
function zip<A, B>(a: readonly A[], b: readonly B[]): [A, B][] { return a.slice(0, b.length).map((x, i) => [x, b[i]!]); }
const keyBy = <T, K extends keyof T & string>(xs: T[], k: K): { [P in K as `by${Capitalize<P>}`]: T[] } => ({ [`by${k[0]!.toUpperCase()}${k.slice(1)}`]: xs }) as any;
console.log(zip([1, 2, 3], ['a', 'b']), keyBy([{ name: 'n' }], 'name'));
function pipe<A, B>(ab: (a: A) => B): (a: A) => B; function pipe<A, B, C>(ab: (a: A) => B, bc: (b: B) => C): (a: A) => C; function pipe(...fns: Function[]) { return (x: unknown) => fns.reduce((v, f) => f(v), x); }
console.log(pipe((n: number) => n + 1, (n) => `<${n}>`)(1));
const identity = <T,>(x: T): T => x; const tuple = <const T extends readonly unknown[]>(...t: T) => t; const a1 = async <T>(p: Promise<T>) => (await p)!;
console.log(identity<number>(5), tuple(1, 'x', [2]), (<any>'cast').length, (identity as <S>(x: S) => S)('q'), a1(Promise.resolve(3)) instanceof Promise);
type DeepReadonly<T> = T extends (infer U)[] ? ReadonlyArray<DeepReadonly<U>> : T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
type Awaited2<T> = T extends PromiseLike<infer U> ? Awaited2<U> : T; type Ret<F> = F extends (...a: any[]) => infer R ? R : never; type Join<T extends string[], D extends string = '.'> = T extends [infer H extends string, ...infer R extends string[]] ? (R extends [] ? H : `${H}${D}${Join<R, D>}`) : '';
const frozen: DeepReadonly<{ a: { b: number[] } }> = { a: { b: [1] } }; const path: Join<['a', 'b']> = 'a.b'; const ret: Ret<typeof zip> = []; const aw: Awaited2<Promise<Promise<1>>> = 1;
console.log(frozen, path, ret, aw);
abstract class Maybe<T> { static of<T>(v: T | null | undefined): Maybe<T> { return v == null ? Nothing.instance : new Just(v); } abstract map<U>(f: (x: T) => U | null): Maybe<U>; abstract or(d: T): T; }
class Just<out T> extends Maybe<T> { constructor(private readonly v: T) { super(); } map<U>(f: (x: T) => U | null) { return Maybe.of<U>(f(this.v)); } or() { return this.v; } }
class Nothing extends Maybe<never> { static readonly instance = new Nothing(); map() { return this; } or<D>(d: D) { return d as never; } }
console.log(Maybe.of('abc').map((s) => s.length).map((n) => n * 2).or(0), Maybe.of<string>(null).map((s) => s.length).or(-1), Maybe.of(5));
function assertNever(x: never): never { throw new TypeError(`unexpected ${JSON.stringify(x)}`); } function area(s: { k: 'c'; r: number } | { k: 'r'; w: number; h?: number }) { switch (s.k) { case 'c': return s.r ** 2; case 'r': return s.w * (s.h ?? s.w); default: return assertNever(s); } }
console.log(area({ k: 'c', r: 2 }), area({ k: 'r', w: 3 }));
area({ k: 'z' } as never);
