const rotate = (m) => m[0].map((_, c) => m.map((row) => row[c]).reverse());
const m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];
console.log(rotate(m));
console.log(rotate(rotate(m)).map((r) => r.join(' ')).join('\n'));
const spiral = (m) => (m.length ? [...m[0], ...spiral(m.slice(1).length ? m.slice(1)[0].map((_, i) => m.slice(1).map((r) => r[i])).reverse() : [])] : []);
console.log(spiral(m));
console.log(Array.from({ length: 12 }, (_, i) => Array.from({ length: 12 }, (_, j) => i * j)));
console.log(new Array(3), [1, , 3], [undefined, null], Array(120).fill(7));
