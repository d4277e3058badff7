(Symbol as any).dispose ??= Symbol('Symbol.dispose'); (Symbol as any).asyncDispose ??= Symbol('Symbol.asyncDispose');
class Res implements Disposable { constructor(private n: string) { console.log('open', n); } [Symbol.dispose]() { console.log('close', this.n); } }
function f() { using a = new Res('a'); using b = new Res('b'); console.log('work'); throw new Error('x'); }
try { f(); } catch (e) { console.log((e as Error).message); }
