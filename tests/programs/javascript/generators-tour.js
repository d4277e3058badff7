function* fibonacci() {
  let [a, b] = [0, 1];
  for (;;) {
    yield a;
    [a, b] = [b, a + b];
  }
}
function* take(n, items) {
  let count = 0;
  for (const item of items) {
    if (count++ >= n) return 'enough';
    yield item;
  }
}
console.log([...take(10, fibonacci())]);
function* talker() {
  try {
    const name = yield 'name?';
    const age = yield `hi ${name}, age?`;
    return { name, age };
  } catch (error) {
    yield `caught ${error.message}`;
  } finally {
    console.log('cleanup');
  }
}
let g = talker();
console.log(g.next(), g.next('Ann'), g.next(31), g.next());
g = talker();
g.next();
console.log(g.throw(new Error('stop')), g.return('early'), g);
function* delegating() {
  const result = yield* take(2, 'abcdef');
  yield result;
  yield* [1, 2];
}
console.log([...delegating()], Object.prototype.toString.call(g), fibonacci);
async function* ticks(n) {
  for (let i = 0; i < n; i++) {
    await null;
    yield i;
  }
}
(async () => {
  for await (const tick of ticks(3)) console.log('tick', tick);
  for await (const value of [Promise.resolve(1), 2]) console.log(value);
  const walk = ticks(5);
  console.log(await walk.next(), await walk.return('x'), await walk.next(), walk);
})();
class Range {
  constructor(from, to) {
    Object.assign(this, { from, to });
  }
  [Symbol.iterator]() {
    let { from, to } = this;
    return { next: () => (from <= to ? { value: from++, done: false } : { value: undefined, done: true }), return: () => (console.log('left'), { done: true }) };
  }
}
const [first, second] = new Range(5, 9);
console.log(first, second, Math.max(...new Range(1, 4)), Array.from(new Range(1, 3), (x) => x * x), new Map(Object.entries({ a: 1 })));
