const m = new Map([['a', { x: 1 }], ['b', 2]]);
console.table(m); console.table(m.entries()); console.table(m.keys()); console.table(m.values());
const s = new Set(['q', { y: 1 }]);
console.table(s); console.table(s.values()); console.table(s.entries());
console.table([{ b: 1, 2: 'two', a: 3, 1: 'one' }, { c: 1, 0: 'zero' }]);
console.table([[1, 2], [3]]); console.table([{b:1, 2:5}, [7,8,9]]);
console.table(m, ['x']); console.table([{a:1,b:2}], ['b', 'zz', '1']);
console.table([1, { a: 2 }], ['a']); console.table(new Map()); console.table([]); console.table({}); console.table(5); 
console.table([[]]); console.table([new Map([[1,2]])]); console.table(new Uint8Array(3)); console.table((function*(){yield 1})());
console.table([{ name: 'Ada', tags: ['x', 'y'], nested: { a: 1 } }]); console.table([null, undefined, () => 1, Symbol('x')]);
console.table({ r1: { c: 1 }, r2: { d: 2 } });
try { console.table([{ a: 1 }], 'a'); } catch (error) { console.log(error.code, error.message); }
