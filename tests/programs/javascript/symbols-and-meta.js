const target = { a: 1 };
const log = [];
const proxy = new Proxy(target, {
  get: (t, k, r) => (log.push(`get ${String(k)}`), Reflect.get(t, k, r)),
  set: (t, k, v) => { log.push(`set ${k}`); if (k === 'bad') return false; t[k] = v; return true; },
  has: (t, k) => k.startsWith('a'),
  deleteProperty: (t, k) => (log.push(`delete ${k}`), delete t[k]),
  ownKeys: () => ['a', 'z'],
  getOwnPropertyDescriptor: (t, k) => ({ value: t[k], enumerable: true, configurable: true }),
});
proxy.b = 2;
console.log(proxy.a, 'abc' in proxy, 'b' in proxy, Object.keys(proxy), delete proxy.b, log);
(() => { 'use strict'; try { proxy.bad = 1; } catch (e) { console.log(e.name); } })();
const fnProxy = new Proxy(function () {}, { apply: (_, self, args) => args.length, construct: (_, args) => ({ made: args }) });
console.log(fnProxy(1, 2), new fnProxy('x'), Reflect.ownKeys({ b: 1, [Symbol.for('s')]: 2 }), Reflect.has({ x: 1 }, 'x'), Reflect.construct(Date, [0]).getTime());
const weak = new WeakSet();
weak.add(target);
const reg = new FinalizationRegistry(() => {});
console.log(weak.has(target), new WeakRef(target).deref() === target, typeof reg.register, Symbol.for('a') === Symbol.for('a'), Symbol('d').description, Symbol.keyFor(Symbol.for('k')), typeof Symbol.asyncIterator);
class Even { static [Symbol.hasInstance](n) { return n % 2 === 0; } }
console.log(2 instanceof Even, 3 instanceof Even, [1].concat({ length: 1, 0: 'spread', [Symbol.isConcatSpreadable]: true }), 'x'.replace({ [Symbol.replace]: () => 'custom' }, ''));
const m = new Map([['a', 1]]).set('b', 2).set(NaN, 'nan');
m.delete('a');
console.log(m, m.get(NaN), [...m.keys()], m.size, new Map(Object.entries({ q: 1 })), new Set([1, 2]).add(3), new Set('aab'), [...new Set([1, 2, 3])].filter((x) => new Set([2, 3]).has(x)));
m.forEach((v, k) => console.log(k, v));
const view = new DataView(new ArrayBuffer(4));
view.setInt16(0, -2);
console.log(view.getUint16(0), new Float32Array([0.1])[0], Uint8ClampedArray.of(300, -5), new Int8Array([200]), Int32Array.from([1, 2], (x) => x * 2), new Uint8Array(new ArrayBuffer(8), 2, 3).byteOffset, 5 & 3, 5 | 3, 5 ^ 3, ~5, -5 >>> 28, 1 << 31, 2 ** 31 | 0);
console.log(10n ** 20n, -7n / 2n, BigInt('0xff'), BigInt.asUintN(8, 257n), 5n > 4, 2n == 2, typeof 1n, (123n).toLocaleString('en'), Number(10n) + 1, [3n, 1, 2n].sort());
var { length } = 'four'; console.log(length, [..."ab"].entries().toString());
