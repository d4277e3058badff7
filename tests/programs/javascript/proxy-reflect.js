const log = [];
const p = new Proxy({ a: 1 }, {
  get(t, k, r) { log.push(`get ${String(k)}`); return Reflect.has(t, k) ? Reflect.get(t, k, r) : `no ${String(k)}`; },
  set(t, k, v) { if (typeof v !== 'number') throw new TypeError(`${k} must be a number`); t[k] = v; return true; },
  has: (t, k) => k.startsWith('a'),
  deleteProperty(t, k) { log.push(`delete ${k}`); return delete t[k]; },
});
p.b = 2;
console.log(p.a, p.zzz, 'abc' in p, 'b' in p, delete p.b, log);
p.c = 'text';
