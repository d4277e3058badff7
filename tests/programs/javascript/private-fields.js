class Counter {
  #count = 0;
  static #instances = 0;
  static { this.created = 'static block'; }
  #log(what) { return `${what}:${this.#count}`; }
  get #double() { return this.#count * 2; }
  set #double(n) { this.#count = n / 2; }
  constructor(start) { Counter.#instances++; if (start) this.#double = start; }
  increment() { this.#count++; return this; }
  report() { return [this.#log('n'), this.#double]; }
  static isCounter(o) { return #count in o; }
  static get instances() { return Counter.#instances; }
  static make = (n) => new this(n);
}
const c = new Counter(8);
console.log(c, c.increment().increment().report(), Counter.isCounter(c), Counter.isCounter({}), Counter.instances, Counter.created);
console.log(c['#count'], Object.keys(c), JSON.stringify(c), Counter.make(2).report(), c.constructor.name);
try { Counter.prototype.increment.call({}); } catch (e) { console.log(e.name, e instanceof TypeError); }
class Shape {
  name = 'shape';
  sides;
  describe = () => `${this.name} with ${this.sides ?? 'no'} sides`;
  constructor() { this.init?.(); }
  get area() { return 0; }
  toString() { return `${this.constructor.name}(${this.area})`; }
  [Symbol.toPrimitive](hint) { return hint === 'number' ? this.area : `${this.toString()} as ${hint}`; }
}
class Square extends Shape {
  sides = 4;
  #w;
  constructor(w) { super(); this.#w = w; this.name = 'square'; }
  get area() { return this.#w ** 2; }
  set width(w) { if (w < 0) throw new RangeError('negative'); this.#w = w; }
  static from({ w = 1, ...rest } = {}) { return Object.assign(new this(w), rest); }
}
const s = new Square(3);
console.log(s, `${s}`, +s, s + '', s.describe.call(null), Square.from({ w: 2, extra: [1] }), Object.getOwnPropertyNames(Square.prototype));
s.width = 5;
console.log(s.area, s instanceof Shape, Object.hasOwn(s, 'area'), 'area' in s, s.toString === Shape.prototype.toString);
try { s.width = -1; } catch ({ name, message }) { console.log(name, message); }
const Serializable = (Base) => class extends Base { serialize() { return JSON.stringify({ type: this.constructor.name, ...this }); } };
const Named = (Base) => class Named extends Base { label = 'L'; };
class Doc extends Serializable(Named(Object)) { title = 't'; }
console.log(new Doc().serialize(), new Doc(), Doc.name, Object.getPrototypeOf(Doc).name, new (class {})(), class A {}, class B extends Shape {}, new (class extends Array {})(3));
class Stack extends Array { peek() { return this.at(-1); } static get [Symbol.species]() { return Array; } }
const st = Stack.of(1, 2, 3);
console.log(st, st.peek(), st.map((x) => x * 2), st.length, Array.isArray(st), st.slice(1) instanceof Stack);
class Temp { static #cache = new Map(); static get(k) { if (!this.#cache.has(k)) this.#cache.set(k, new Temp(k)); return this.#cache.get(k); } constructor(k) { this.k = k; } }
console.log(Temp.get('a') === Temp.get('a'), new.target === undefined, (function () { return new.target; })());
function Old(x) { if (!(this instanceof Old)) return new Old(x); this.x = x; }
Old.prototype.get = function () { return this.x; };
function Young(x, y) { Old.call(this, x); this.y = y; }
Young.prototype = Object.create(Old.prototype, { constructor: { value: Young, writable: true } });
console.log(Old(1), new Young(1, 2), new Young(3, 4).get(), Object.create(null), Object.create({ inherited: 1 }), Object.setPrototypeOf({ a: 1 }, null));
const o = { get lazy() { delete this.lazy; return (this.lazy = 42); }, set only(v) {}, async m() {}, *g() {}, async *ag() {}, ['a' + 1]: 1, __proto__: { p: 1 } };
console.log(o, o.lazy, o.lazy, o.p, Object.entries(Object.getOwnPropertyDescriptors(o)).map(([k, d]) => k + ('value' in d ? '' : '!')).join());
console.log(Object.getOwnPropertyNames(class { static x = 1; static m() {} }).sort(), typeof class {}, (class X {}).toString());
new Square(1).width = -2;
