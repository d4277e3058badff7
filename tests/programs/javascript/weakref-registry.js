const wm = new WeakMap(), ws = new WeakSet(), key = { id: 1 }, fn = () => {};
wm.set(key, 'private').set(fn, 2);
ws.add(key);
console.log(wm.get(key), wm.has({}), wm.delete(fn), wm.has(fn), ws.has(key), wm, ws);
try { wm.set('string', 1); } catch (e) { console.log(e.name); }
let target = { big: 'data' };
const ref = new WeakRef(target);
console.log(ref.deref() === target, ref.deref().big, ref, Object.prototype.toString.call(ref));
const registry = new FinalizationRegistry((held) => console.log('gone', held));
registry.register(target, 'token', target);
console.log(registry.unregister(target), registry.unregister(target), registry);
class Cache {
  #refs = new Map();
  get(k, make) { let v = this.#refs.get(k)?.deref(); if (!v) { v = make(k); this.#refs.set(k, new WeakRef(v)); } return v; }
}
const cache = new Cache(); const made = cache.get('x', (k) => ({ k }));
console.log(cache.get('x', () => 'other') === made, cache);
const m = new Map([[NaN, 'nan'], [0, 'zero'], ['0', 'text']]);
m.set(-0, 'minus').set(key, 'obj').set([1], 'arr');
console.log(m, m.get(NaN), m.get(0), m.get([1]), m.size, [...m.keys()].length, new Map([[new Map([[1, 2]]), new Set([[3]])]]));
for (const [k] of m) { if (k === 0) m.delete('0'); if (k === key && m.size < 8) m.set(m.size, 'added'); }
console.log([...m.values()], m.forEach((v, k, self) => self === m || console.log('no')));
const s = new Set('hello'); s.add('h').add(NaN).add(NaN);
console.log(s, s.size, [...s].join(''), s.has('l'), new Set([1, 2]).entries(), [...new Set([3, 1, 3])].sort(), new Set([[1], [1]]).size);
const union = new Set([...new Set([1, 2]), ...new Set([2, 3])]); const inter = [...new Set([1, 2])].filter((x) => union.has(x));
console.log(union, inter, Map.prototype.constructor.name, m.constructor === Map, new (class extends Map { get(k) { return super.get(k) ?? 'dflt'; } })([[1, 2]]).get(9));
const sym = Symbol('desc'), shared = Symbol.for('app');
const o = { [sym]: 1, [shared]: 2, normal: 3 };
console.log(o, sym.description, Symbol.keyFor(shared), Symbol.keyFor(sym), Object.keys(o), JSON.stringify(o), Object.getOwnPropertySymbols(o), sym.toString(), Symbol.iterator, [sym]);
const money = { amount: 5, [Symbol.toPrimitive]: (h) => (h === 'string' ? '$5' : 5), get [Symbol.toStringTag]() { return 'Money'; } };
console.log(`${money}`, money * 2, money + 1, Object.prototype.toString.call(money), money);
class Even { static [Symbol.hasInstance](n) { return n % 2 === 0; } }
console.log(2 instanceof Even, 1 instanceof Even, [].concat({ length: 2, 0: 'a', 1: 'b', [Symbol.isConcatSpreadable]: true }), 'a-b'.split({ [Symbol.split]: (s) => s.toUpperCase() }));
const frozen = Object.freeze({ a: { b: 1 }, list: [1] }); frozen.a.b = 2; frozen.list.push(2); frozen.c = 1;
console.log(frozen, Object.isFrozen(frozen), Object.isFrozen(frozen.a), Object.isSealed(frozen));
const sealed = Object.seal({ x: 1 }); sealed.x = 2; delete sealed.x; sealed.y = 1; console.log(sealed, Object.isExtensible(sealed));
const def = Object.defineProperties({}, { hidden: { value: 1 }, seen: { value: 2, enumerable: true }, acc: { get: () => 3, enumerable: true } });
console.log(def, def.hidden, Object.getOwnPropertyDescriptor(def, 'hidden'), { ...def }, Object.entries(def));
(function () { 'use strict'; for (const act of [() => { frozen.c = 1; }, () => { def.hidden = 5; }, () => { delete sealed.x; }, () => { undeclaredVariable = 1; }, () => { 'str'.length = 1; }]) try { act(); console.log('no error'); } catch (e) { console.log(e.name); } })();
const groups = Object.groupBy ? Object.groupBy([1, 2, 3], (n) => (n % 2 ? 'odd' : 'even')) : { odd: [1, 3], even: [2] };
console.log(JSON.stringify(groups));
