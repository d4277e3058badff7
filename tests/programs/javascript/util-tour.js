const util = require('node:util');
console.log(util.inspect({ a: { b: { c: { d: 1 } } } }, { depth: Infinity, compact: false }), util.inspect('q'), util.inspect([1, 2, 3, 4], { maxArrayLength: 2 }), util.inspect({ a: 1, b: 'x' }, { colors: true }));
console.log(util.format('%s %d %j %%', 'a', 1, { b: 2 }, 'rest'), util.isDeepStrictEqual({ a: [1] }, { a: [1] }), util.types.isPromise(Promise.resolve()), util.types.isRegExp(/x/), util.inspect(new Map([['k', { v: 1 }]]), { showHidden: false }), util.inspect(new Proxy({ p: 1 }, {}), { showProxy: true }));
class Secret { [util.inspect.custom](depth, options) { return `Secret<${depth}>`; } }
console.log(new Secret(), [new Secret()], { s: new Secret() });
const callback = (a, b, done) => setTimeout(() => (a < 0 ? done(new Error('negative')) : done(null, a + b)), 1);
const promised = util.promisify(callback);
promised(1, 2).then((sum) => console.log('sum', sum)).then(() => promised(-1, 0)).catch((error) => console.log(error.message));
util.callbackify(async (x) => x * 2)(21, (error, value) => console.log(error, value));
const old = util.deprecate(() => 'old', 'old() is deprecated', 'DEP1');
console.log(typeof old, util.inspect.defaultOptions.depth, util.stripVTControlCharacters('\u001b[31mred\u001b[0m'), util.toUSVString('\ud800') === '\ufffd', util.inherits.length, util.inspect(Object.create({ inherited: 1 }), { getters: true }));
console.log(util.inspect({ b: 2, a: 1 }, { sorted: true }), util.inspect('x'.repeat(30), { maxStringLength: 5 }), util.inspect([['deep', ['er']]], { breakLength: 5 }), util.inspect(new (class extends Map {})([[1, 2]])), util.inspect(new Set([[1, 2]]), false, 0), util.inspect([,'a',,]), util.inspect({ get g() { return { x: 1 }; } }, { getters: true }));
const { styleText, parseArgs, TextEncoder: Encoder } = util;
console.log(parseArgs({ args: ['-f', '--bar', 'b', 'pos'], options: { foo: { type: 'boolean', short: 'f' }, bar: { type: 'string' } }, allowPositionals: true }), new Encoder().encode('é'), typeof styleText);
