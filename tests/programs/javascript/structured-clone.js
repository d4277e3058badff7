const o = { d: new Date(0), m: new Map([[{ k: 1 }, new Set([1])]]), r: /x/gi, n: null, u: undefined, b: new Uint8Array([1, 2]), e: new RangeError('r'), big: 10n, nested: [[1]] };
o.self = o;
const c = structuredClone(o);
console.log(c.self === c, c.d instanceof Date, c.m, c.r, c.b, c.big, c.e instanceof RangeError, c.e.message, 'u' in c);
console.log(c === o, c.nested === o.nested);
class P { constructor() { this.x = 1; } get y() { return 2; } }
console.log(structuredClone(new P()), structuredClone([1, , 3]));
for (const v of [() => {}, Symbol('s'), { f() {} }]) { try { structuredClone(v); } catch (e) { console.log(e.name, e.code, e instanceof Error); } }
console.log(JSON.parse(JSON.stringify({ d: new Date(0), u: undefined, f() {}, n: NaN, i: Infinity, nested: [undefined, () => {}, Symbol('x')], m: new Map([[1, 2]]), s: new Set([1]), r: /x/ })));
console.log(JSON.stringify({ a: [1, { b: 2 }], c: 'x' }, null, 2));
console.log(JSON.stringify({ a: 1, b: [1, 2], c: { a: 2 } }, ['a', 'c']), JSON.stringify({ a: 5, b: 'x' }, (k, v) => (typeof v === 'number' ? v * 2 : v)), JSON.stringify([], null, '--'), JSON.stringify({ x: [] , y: {} }, null, '\t'));
console.log(JSON.stringify('\u2028"\\\n\ud800'), JSON.stringify({ toJSON() { return 'custom'; } }), JSON.stringify(undefined), JSON.stringify(null), JSON.stringify(Object('s')));
console.log(JSON.parse('{"a":1,"__proto__":{"x":1},"a":2}'), JSON.parse('[1,2,{"k":"v"}]', (k, v) => (k === 'k' ? v.toUpperCase() : v)), JSON.parse('1e3'), JSON.parse(' "x" '));
try { JSON.stringify({ big: 1n }); } catch (e) { console.log(e.name); }
console.log(Object.entries(JSON.parse('{"2":1,"1":2,"b":3,"a":4}')));
