const o = { b: 1, a: 2, 10: 'x', 2: 'y', [Symbol('s')]: 3 };
console.log(Object.keys(o), Object.entries(o), JSON.stringify(o), Object.getOwnPropertySymbols(o), 'b' in o, o.hasOwnProperty('a'), Object.hasOwn(o, 'c'));
const frozen = Object.freeze({ deep: { x: 1 } });
frozen.deep.x = 2;
frozen.y = 1;
console.log(frozen, Object.isFrozen(frozen), delete frozen.deep, Object.isSealed(frozen));
const defined = Object.defineProperty({}, 'hidden', { value: 1, enumerable: false });
console.log(defined, defined.hidden, Object.getOwnPropertyDescriptor({ get a() { return 1; } }, 'a'), Object.getOwnPropertyDescriptors({ z: 1 }));
console.log({ ...{ a: 1 }, ...null, ...'hi', ...[9] }, Object.assign({}, { a: 1 }, { a: 2 }), Object.is(-0, 0), Object.is(NaN, NaN), { a: 1 } === { a: 1 });
console.log(o?.x?.y, o.missing?.(), o?.['b'], (void 0)?.x ?? 'none', typeof o.toString, `${{}}`, `${[1, 2]}`, String(null), String(Symbol('q')));
let n = { count: 0 };
n.count ||= 5;
n.count &&= 6;
n.other ??= 7;
n.count **= 2;
console.log(n, 7 % -3, -7 % 3, 2 ** 10, 5 / 0, 0 / 0, 1 / 3, 0.1 + 0.2, 1e21, 123456789012345680000, 1e-7, (25).toString(2), (255).toString(16), parseInt('12px'), Number('12px'), Number(''), +[], +{}, +true, parseFloat('3.14abc'), (3.14159).toFixed(2), (1234.5678).toExponential(2), (0.00001234).toPrecision(2), Number.MAX_SAFE_INTEGER, 2 ** 53 === 2 ** 53 + 1);
console.log(JSON.stringify({ u: undefined, f() {}, d: new Date(0), n: NaN, i: Infinity, s: Symbol('x'), nested: [undefined, () => {}], m: new Map([[1, 2]]) }), JSON.stringify([1, { a: 2 }], null, 2), JSON.stringify('é"\n\u2028'), JSON.stringify({ a: 1, b: 2 }, ['a']), JSON.stringify({ k: 5 }, (k, v) => (typeof v === 'number' ? v * 2 : v)), JSON.parse('{"a":[1,2]}', (k, v) => (Array.isArray(v) ? v.length : v)), JSON.stringify(undefined));
const proto = { greet() { return `hi ${this.name}`; } };
const child = Object.create(proto, { name: { value: 'Kid', enumerable: true } });
console.log(child.greet(), child, Object.getPrototypeOf(child) === proto, Object.keys(child), proto.isPrototypeOf(child));
function Old(name) {
  if (!new.target) return new Old(name);
  this.name = name;
}
Old.prototype.say = function () { return this.name; };
console.log(Old('x').say(), new Old('y'), Old.prototype.constructor === Old, [1, 2, 3].map(function (v) { return this.k * v; }, { k: 2 }));
const bound = function () { return [this?.v, ...arguments]; }.bind({ v: 1 }, 'a');
console.log(bound('b'), bound.name, (function () { return typeof this; }).call(5), (() => typeof this)(), Math.max.apply(null, [1, 3, 2]));
label: for (const i of [1, 2, 3]) for (const j of [1, 2, 3]) { if (j === 2) continue label; if (i === 3) break label; console.log(i, j); }
switch (3) { case 1: console.log('one'); case 3: console.log('three'); case 4: console.log('falls'); break; default: console.log('never'); }
var hoisted = typeof later; var later = 1; console.log(hoisted, typeof undeclared, (function () { return typeof inner; function inner() {} })());
