class Lock implements Disposable {
  static readonly log: string[] = [];
  constructor(private readonly name: string) { Lock.log.push(`take ${name}`); }
  [Symbol.dispose](): void { Lock.log.push(`free ${this.name}`); }
}
type Shape = { kind: 'circle'; r: number } | { kind: 'square'; a: number };
const area = (s: Shape): number => { switch (s.kind) { case 'circle': return +(Math.PI * s.r ** 2).toFixed(2); case 'square': return s.a ** 2; default: { const never: never = s; throw new Error(`unknown ${JSON.stringify(never)}`); } } };
function work(fails: boolean): string { using a = new Lock('a'); using b = new Lock('b'); if (fails) throw new Error('in between'); return 'done'; }
console.log(work(false));
try { work(true); } catch (error) { console.log((error as Error).message); }
console.log(Lock.log.join(', '));
const palette = { red: [255, 0, 0], green: '#0f0' } satisfies Record<string, string | number[]>;
console.log(palette.green.toUpperCase(), palette.red.map((n) => n / 255));
enum Level { Debug, Info = 5, Warn, Error = Warn << 2 } const enum Flag { A = 1 << 0, B = 1 << 1 }
console.log(Level, Level[6], Flag.A | Flag.B);
namespace Geometry { export const unit = 1; export namespace Inner { export function twice(n: number): number { return n * 2 * unit; } } }
console.log(Geometry.Inner.twice(4), Geometry);
function pick<T extends object, K extends keyof T>(o: T, ...keys: K[]): Pick<T, K> { return Object.fromEntries(keys.map((k) => [k, o[k]])) as Pick<T, K>; }
console.log(pick({ a: 1, b: 'x', c: true }, 'a', 'c'), [{ kind: 'circle', r: 1 }, { kind: 'square', a: 3 }].map((s) => area(s as Shape)));
abstract class Repo<T extends { id: number }> { protected items = new Map<number, T>(); abstract readonly name: string; add(item: T): this { this.items.set(item.id, item); return this; } get size(): number { return this.items.size; } }
class Users extends Repo<{ id: number; mail?: string }> { override readonly name = 'users'; }
console.log(new Users().add({ id: 1 }).add({ id: 2, mail: 'a@b' }), new Users().size);
area({ kind: 'line' } as unknown as Shape);
