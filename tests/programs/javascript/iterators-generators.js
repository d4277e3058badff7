const range = { from: 1, to: 3, *[Symbol.iterator]() { for (let i = this.from; i <= this.to; i++) yield i; } };
console.log([...range], Math.max(...range), Array.from(range, (x) => x * x));
function* fib() { let [a, b] = [0, 1]; while (true) { const reset = yield a; [a, b] = reset ? [0, 1] : [b, a + b]; } }
const g = fib();
console.log(g.next().value, g.next().value, g.next().value, g.next(true).value, g.return(9), g.next());
const take = function* (it, n) { for (const x of it) { if (n-- <= 0) return; yield x; } };
console.log([...take(fib(), 10)]);
async function* pages() { for (let i = 0; i < 3; i++) { await null; yield { page: i }; } }
(async () => { for await (const p of pages()) console.log(p); })();
const { a = 1, b: { c = 2, ...rest } = {}, ...others } = { b: { d: 3 }, e: 4 };
console.log(a, c, rest, others, [...'ab'].entries().next());
