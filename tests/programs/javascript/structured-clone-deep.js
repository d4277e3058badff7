const src = { date: new Date(0), re: /a(b)?/gi, map: new Map([[{ k: 1 }, new Set([1, [2]])]]), nested: { arr: [1, , 3], u: undefined, n: null, big: 10n ** 20n, nan: NaN, neg: -0 }, buf: new Uint8Array([1, 2, 3]), wrapped: Object('s') };
src.self = src;
const copy = structuredClone(src);
console.log(copy);
console.log(copy.self === copy, copy !== src, copy.date instanceof Date, copy.re.lastIndex, [...copy.map.keys()][0].k, 1 in copy.nested.arr, Object.is(copy.nested.neg, -0));
class P { constructor() { this.x = 1; } get y() { return 2; } #z = 3; }
console.log(structuredClone(new P()), structuredClone(Object.create({ inherited: 1 }, { own: { value: 1, enumerable: true }, hidden: { value: 2 } })), structuredClone([new P()])[0] instanceof P);
for (const bad of [() => {}, Symbol('s'), { f() {} }, new WeakMap(), Promise.resolve()]) try { structuredClone(bad); console.log('cloned'); } catch (e) { console.log(e.name, e.constructor.name, e.code); }
const buf = new ArrayBuffer(8); new Uint8Array(buf)[0] = 9;
const moved = structuredClone(buf, { transfer: [buf] });
console.log(buf.byteLength, moved.byteLength, moved, new Uint8Array(moved)[0]);
const deepEqual = (a, b) => a === b || (typeof a === 'object' && typeof b === 'object' && a && b && Object.keys(a).length === Object.keys(b).length && Object.keys(a).every((k) => deepEqual(a[k], b[k])));
console.log(deepEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }), deepEqual([1], { 0: 1 }), deepEqual(null, {}));
const json = JSON.parse(JSON.stringify(src, (k, v) => (k === 'self' ? undefined : typeof v === 'bigint' ? `${v}n` : v)));
console.log(json);
console.log(JSON.stringify({ a: [undefined, () => 1, Symbol()], u: undefined, d: new Date(0), n: NaN, i: -Infinity, m: new Map([[1, 2]]), s: Object('x'), t: { toJSON: (k) => `key ${k}` } }), JSON.stringify([1, { a: 2 }], null, '--'), JSON.stringify({ b: 1, a: { c: 2, b: 3 } }, ['b', 'a']), JSON.stringify('\u2028\ud800"'), JSON.stringify(undefined), JSON.stringify(null), JSON.stringify({ [Symbol('a')]: 1 }));
try { JSON.stringify(src); } catch (e) { console.log(e.name); }
try { JSON.stringify(1n); } catch (e) { console.log(e.name); }
console.log(JSON.parse('{"__proto__": 1, "a": [1, 2, {"b": null}]}', function (k, v) { return Array.isArray(v) ? v.length : v; }), JSON.parse('1e3'), JSON.parse(' "\\u0041" '), Object.keys(JSON.parse('{"b":1,"a":2,"1":3}')));
const a8 = new Uint8ClampedArray([300, -5, 1.5]), f32 = Float32Array.of(0.1, 1 / 3), dv = new DataView(new ArrayBuffer(8));
dv.setInt16(0, -2); dv.setFloat32(4, 1.5, true);
console.log(a8, f32, dv.getUint16(0), dv.getUint8(7), dv, new BigInt64Array([-1n]), new Uint16Array([65536, -1]), Array.from(new Int8Array([127, 128])), a8.subarray(1).byteOffset, new Uint8Array([3, 1, 2]).sort(), new Float64Array(2));
console.log(new Uint8Array([1, 2, 3, 4]).slice(1, 3).map((x) => x * 100), Buffer.from('héllo').toString('base64'), Buffer.from('aGk=', 'base64'), btoa('hi'), atob('aGk='), new TextEncoder().encode('€'), new TextDecoder().decode(Uint8Array.of(226, 130, 172)), encodeURIComponent('a b&ü/'), decodeURI('%20%2F'), escape('ü'), new URLSearchParams({ q: 'a b', r: ['1', '2'] }).toString());
console.log(new URL('../x?y=1#z', 'https://u:p@host.com:8080/a/b/'), [...new URLSearchParams('a=1&a=2&b')], new Blob(['abc']).size);
const arr = [5, 1, 4]; arr.prop = 'extra'; arr[5] = 'far'; arr[-1] = 'neg';
console.log(arr, arr.length, Object.keys(arr), Array(3), [undefined, , null], Array.from({ length: 2 }), [[[[1]]]], [{ a: { b: { c: {} } } }], new Array(101).fill(0).length, Array.from({ length: 120 }, (_, i) => i));
console.log('x'.repeat(200), ['y'.repeat(90)], { long: 'z'.repeat(80), other: 'w'.repeat(30) }, ["it's", 'a "q"', `b\`'"`], 'multi\nline', ['multi\nline'], { 'key-with': 1, valid_id: 2, 3: 4, 'with space': 5 });
