function deepEqual(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [ka, kb] = [Reflect.ownKeys(a), Reflect.ownKeys(b)];
  return ka.length === kb.length && ka.every((k) => deepEqual(a[k], b[k]));
}
const a = { x: [1, { y: NaN }], [Symbol('s')]: 1, d: new Date(0) };
const b = structuredClone(a);
console.log(deepEqual(a, a), deepEqual(a, b), b, b.d instanceof Date);
console.log(JSON.parse(JSON.stringify({ u: undefined, n: null, d: new Date(0), i: Infinity })));
try {
  structuredClone(() => {});
} catch (e) {
  console.log(e.name, e.constructor.name);
}
