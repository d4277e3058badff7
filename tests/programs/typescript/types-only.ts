import type { Foo } from './foo';
export type { Bar } from './bar';
declare global { interface Window { x: number } }
declare module 'm' { export const y: number }
declare const z: number;
declare function ext(): void;
abstract class Base { abstract run(): void; protected abstract readonly n: number; }
class Impl extends Base { readonly n = 1; override run(): void { console.log('ran', this.n); } }
interface Deep<T extends object = {}> { [key: string]: T; (x: number): string; new (): Date; readonly a?: readonly T[] }
type Fn = (this: Window, ...rest: [a: string, b?: number]) => asserts rest is never;
type Tpl = `${'a' | 'b'}-${number}`;
type Cond<T> = T extends (infer U extends string)[] ? U : never;
function over(x: string): string;
function over(x: number): number;
function over(x: any) { return x; }
new Impl().run();
console.log(over(3), typeof z);
export {};
