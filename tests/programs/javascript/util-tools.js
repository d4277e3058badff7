const util = require('util');
const { promisify, inspect, format, types, isDeepStrictEqual, inherits } = util;
const later = promisify((x, cb) => setTimeout(() => (x < 0 ? cb(new Error('negative')) : cb(null, x * 2)), 1));
later(4).then((v) => console.log('later', v));
later(-1).catch((e) => console.log('caught', e.message));
console.log(inspect({ a: { b: { c: { d: 1 } } } }, { depth: 0 }), inspect('x'), inspect([1, { b: 2 }], { compact: false }));
console.log(format('%s=%d %j', 'x', 42, { a: 1 }, 'more'), isDeepStrictEqual({ a: [1] }, { a: [1] }), types.isPromise(Promise.resolve()));
class Temp { constructor(c) { this.c = c; } [inspect.custom]() { return `Temp<${this.c}>`; } }
console.log(new Temp(5), [new Temp(6)], `${util.inspect(new Map([['k', new Set([1])]]))}`);
function Old() {} function Base() {} inherits(Old, Base);
console.log(new Old() instanceof Base, new Old(), util.inspect(Symbol('s')), util.types.isRegExp(/x/));
const old = util.deprecate(() => 1, 'do not');
console.log(typeof old, util.callbackify && 'callbackify', new util.TextEncoder().encode('é').length);
