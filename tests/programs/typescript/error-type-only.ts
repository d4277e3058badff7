const n: number = 'not a number';
const s: string = 5;
console.log(n, s, (undefined as any) ?? 'x');
function add(a: number, b: number): number { return a + b; }
console.log(add('1' as any, 2));
