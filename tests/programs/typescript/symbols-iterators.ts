class Range implements Iterable<number> {
  constructor(private from: number, private to: number, private step = 1) {}
  *[Symbol.iterator](): IterableIterator<number> { for (let i = this.from; i < this.to; i += this.step) yield i; }
  get [Symbol.toStringTag]() { return 'Range'; }
  static of(...args: [number, number]): Range { return new Range(...args); }
  [Symbol.toPrimitive](hint: string) { return hint === 'number' ? this.to - this.from : `${this.from}..${this.to}`; }
}
const r = Range.of(1, 4);
console.log([...r], Math.max(...r), `${r}`, +r, Object.prototype.toString.call(r));
const [first, ...others] = r;
console.log(first, others, new Map([...r].map((x) => [x, x ** 2] as const)));
console.log(r);
