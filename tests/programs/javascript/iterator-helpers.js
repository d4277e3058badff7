class Tree {
  constructor(value, ...children) { Object.assign(this, { value, children }); }
  *[Symbol.iterator]() { yield this.value; for (const child of this.children) yield* child; }
  get [Symbol.toStringTag]() { return 'Tree'; }
}
const tree = new Tree(1, new Tree(2, new Tree(3)), new Tree(4));
console.log([...tree], Math.max(...tree), Array.from(tree, (x) => x * 10), new Set(tree), `${tree}`, tree);
const [first, , third = 'none', ...rest] = tree;
console.log(first, third, rest, Object.fromEntries(new Map([['a', 1]])), [...'añ😀'], [...new Map([[1, { a: 1 }]]).entries()]);
const range = { from: 1, to: 4, [Symbol.iterator]() { let n = this.from; const { to } = this; return { next: () => (n <= to ? { value: n++, done: false } : { value: undefined, done: true }), return() { console.log('closed at', n); return {}; } }; } };
for (const n of range) { if (n === 3) break; console.log(n); }
const [a] = range;
outer: for (const x of range) { for (const y of range) { if (y > x) continue outer; if (x === 3) break outer; console.log(x, y); } }
label: { console.log('in'); if (a) break label; console.log('never'); }
let i = 0;
loop: while (true) { do { if (++i % 2) continue loop; if (i > 6) break loop; } while (true); }
console.log(i);
for (let j = 0, k = 10; j < k; j += 3, k -= 2) console.log(j, k);
function* gen() { try { const x = yield 1; console.log('got', x); yield x * 2; } catch (e) { console.log('caught', e.message); yield 'recovered'; } finally { console.log('finally'); } return 'end'; }
let g = gen();
console.log(g.next('ignored'), g.next(21), g.next(), g.next());
g = gen(); g.next(); console.log(g.throw(new Error('boom')), g.return('early'), g.next());
function* inner() { const r = yield 'i'; return r + '!'; }
function* outer2() { const x = yield* inner(); yield x; yield* [7, 8]; return yield* 'hi'; }
g = outer2();
console.log(g.next(), g.next('sent'), [...g], g[Symbol.iterator]() === g, gen.constructor.name, Object.prototype.toString.call(g));
const lazy = { *map(it, f) { for (const x of it) yield f(x); }, *filter(it, f) { for (const x of it) if (f(x)) yield x; }, *take(it, n) { if (n <= 0) return; for (const x of it) { yield x; if (--n <= 0) return; } } };
const naturals = function* () { for (let n = 0; ; n++) yield n; };
console.log([...lazy.take(lazy.filter(lazy.map(naturals(), (x) => x * x), (x) => x % 2), 4)]);
console.log(Object.entries({ b: 1, a: 2, 1: 3, 0: 4, [Symbol('s')]: 5 }), Reflect.ownKeys({ z: 1, [Symbol.for('q')]: 2, 5: 0 }));
for (const k in 'ab') console.log(k, typeof k);
for (const k in Object.assign(Object.create({ inherited: 1 }), { own: 2 })) console.log(k);
for (const [k, v] of Object.entries([10, 20])) console.log(k, v);
for (const [i, c] of [...'xy'].entries()) console.log(i, c);
(async () => {
  async function* ticks(n) { try { for (let i = 0; i < n; i++) { await null; yield i; } } finally { console.log('async closed'); } }
  for await (const t of ticks(5)) { if (t === 2) break; console.log('tick', t); }
  for await (const p of [Promise.resolve('p'), 'plain']) console.log(p);
  const stream = { [Symbol.asyncIterator]: () => ({ n: 0, async next() { return { value: this.n, done: this.n++ > 1 }; } }) };
  for await (const s of stream) console.log('stream', s);
  const ag = ticks(1);
  console.log(ag, await ag.next(), await ag.return('r'), await ag.next());
  try { for (const x of 5) console.log(x); } catch (e) { console.log(e.name); }
  try { const [q] = {}; } catch (e) { console.log(e.name); }
  try { new Map([1]); } catch (e) { console.log(e.name, '|'); }
})();
