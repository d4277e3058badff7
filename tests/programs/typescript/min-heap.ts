class MinHeap<T> {
  private data: T[] = [];
  constructor(private readonly less: (a: T, b: T) => boolean) {}
  get size() { return this.data.length; }
  push(item: T): void {
    let i = this.data.push(item) - 1;
    while (i > 0) {
      const p = (i - 1) >> 1;
      if (!this.less(this.data[i]!, this.data[p]!)) break;
      [this.data[i], this.data[p]] = [this.data[p]!, this.data[i]!];
      i = p;
    }
  }
  pop(): T | undefined {
    const top = this.data[0];
    const last = this.data.pop();
    if (this.data.length && last !== undefined) {
      this.data[0] = last;
      for (let i = 0; ; ) {
        const [l, r] = [2 * i + 1, 2 * i + 2];
        let m = i;
        if (l < this.size && this.less(this.data[l]!, this.data[m]!)) m = l;
        if (r < this.size && this.less(this.data[r]!, this.data[m]!)) m = r;
        if (m === i) break;
        [this.data[i], this.data[m]] = [this.data[m]!, this.data[i]!];
        i = m;
      }
    }
    return top;
  }
}
const heap = new MinHeap<{ cost: number; to: string }>((a, b) => a.cost < b.cost);
for (const [to, cost] of Object.entries({ a: 5, b: 1, c: 3, d: 0 })) heap.push({ to, cost });
const out: string[] = [];
while (heap.size) out.push(heap.pop()!.to);
console.log(out.join(' < '));
