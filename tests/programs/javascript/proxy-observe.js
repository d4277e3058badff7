function observe(target, log, path = []) {
  return new Proxy(target, {
    get(t, k, r) { const v = Reflect.get(t, k, r); return typeof v === 'object' && v !== null ? observe(v, log, [...path, k]) : v; },
    set(t, k, v, r) { log.push(`${[...path, k].join('.')}: ${JSON.stringify(t[k])} -> ${JSON.stringify(v)}`); return Reflect.set(t, k, v, r); },
    deleteProperty(t, k) { log.push(`delete ${[...path, k].join('.')}`); return Reflect.deleteProperty(t, k); },
    has(t, k) { return !k.startsWith('_') && k in t; },
    ownKeys(t) { return Reflect.ownKeys(t).filter((k) => typeof k !== 'string' || !k.startsWith('_')); },
  });
}
const log = [];
const state = observe({ user: { name: 'Ann', tags: ['a'] }, _secret: 1 }, log);
state.user.name = 'Bob'; state.user.tags.push('b'); delete state.user.tags[0]; state.n = 1;
console.log(log);
console.log('_secret' in state, 'user' in state, Object.keys(state), JSON.stringify(state));
console.log(state);
const negative = (arr) => new Proxy(arr, { get: (t, k, r) => typeof k === 'string' && /^-\d+$/.test(k) ? t[t.length + +k] : Reflect.get(t, k, r) });
console.log(negative([1, 2, 3])[-1], negative([1, 2, 3]));
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
try { proxy.x; } catch (e) { console.log(e.name); }
console.log(new Proxy(function f() {}, {}), new Proxy(class A {}, {}));
const frozen = Object.freeze({ a: 1 });
console.log(Reflect.set(frozen, 'a', 2), Reflect.defineProperty(frozen, 'b', { value: 1 }), Reflect.ownKeys({ b: 1, 2: 1, [Symbol('s')]: 1, 1: 1 }));
console.log(Reflect.construct(Date, [0]).toISOString(), Reflect.apply(Math.max, null, [1, 3, 2]));
(function () { 'use strict'; try { frozen.a = 2; } catch (e) { console.log(e.name); } try { new Proxy({}, { set: () => false }).x = 1; } catch (e) { console.log(e.name); } })();
const methods = new Proxy({}, { get: (_, name) => (...args) => `${String(name)}(${args})` });
console.log(methods.findByName('x', 1));
console.log([new Proxy([1], {}), new Proxy(new Map([[1, 2]]), {})], revoke.name, proxy);
