type Method = (this: any, ...args: any[]) => any;
function logged<F extends Method>(target: F, context: ClassMethodDecoratorContext): F { const name = String(context.name); return function (this: any, ...args: any[]) { console.log(`-> ${name}(${args.join(', ')})`); const r = target.apply(this, args); console.log(`<- ${name} = ${r}`); return r; } as F; }
const bound = (_: Method, { name, addInitializer, kind, private: p, static: s }: ClassMethodDecoratorContext) => { console.log('decorate', name, kind, p, s); addInitializer(function (this: any) { this[name] = this[name].bind(this); }); };
const clamp = (min: number, max: number) => (_: undefined, ctx: ClassFieldDecoratorContext) => (v: number) => { console.log('init', ctx.name); return Math.min(max, Math.max(min, v)); };
function registered(tag: string) { return <C extends new (...a: any[]) => object>(c: C, ctx: ClassDecoratorContext) => { ctx.addInitializer(function () { console.log('class ready', tag, ctx.name); }); return class extends c { tag = tag; }; }; }
const reactive = <T, V>({ get, set }: ClassAccessorDecoratorTarget<T, V>, { name }: ClassAccessorDecoratorContext): ClassAccessorDecoratorResult<T, V> => ({ get() { return get.call(this); }, set(v) { console.log(`${String(name)}: ${get.call(this)} -> ${v}`); set.call(this, v); }, init: (v) => v });
const order = (n: string) => { console.log('evaluate', n); return (_: unknown, { kind, name }: DecoratorContext) => console.log('apply', n, kind, String(name)); };
@registered('w') @order('class')
class Widget {
  @clamp(0, 10) size = 99;
  @reactive accessor title = 'none';
  @order('static') static count = 0;
  @order('getter') get double() { return this.size * 2; }
  @order('a') @order('b') plain() {}
  @logged add(a: number, b = 1) { return a + b + this.size; }
  @bound whoami() { return this.title; }
  @order('private') #secret() { return 1; }
  reveal() { return this.#secret(); }
}
const w = new Widget();
console.log(w.add(1), w.size, w);
w.title = 'new'; const { whoami } = w; console.log(whoami(), w.double, w.reveal(), Widget.name);
const memo = (f: Method, _: ClassMethodDecoratorContext) => { const cache = new Map(); return function (this: any, n: number) { if (!cache.has(n)) cache.set(n, f.call(this, n)); return cache.get(n); }; };
class Fib { calls = 0; @memo fib(n: number): number { this.calls++; return n < 2 ? n : this.fib(n - 1) + this.fib(n - 2); } } const f = new Fib(); console.log(f.fib(50), f.calls);
const meta = (v: unknown) => (_: unknown, c: DecoratorContext) => { const m = ((c as any).metadata ??= {}); m[c.name as string] = v; };
function deprecated(why: string) { return (f: Method, c: ClassMethodDecoratorContext) => function (this: any, ...a: any[]) { console.warn(`${String(c.name)} is deprecated: ${why}`); return f.apply(this, a); }; } class Old { @deprecated('use new') static run() { return 'ran'; } } console.log(Old.run());
export { meta };
