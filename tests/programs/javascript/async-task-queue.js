class Queue {
  constructor(limit) {
    this.limit = limit;
    this.running = 0;
    this.waiting = [];
    this.most = 0;
  }
  add(task) {
    return new Promise((resolve, reject) => {
      this.waiting.push({ task, resolve, reject });
      this.next();
    });
  }
  next() {
    while (this.running < this.limit && this.waiting.length > 0) {
      const { task, resolve, reject } = this.waiting.shift();
      this.running++;
      this.most = Math.max(this.most, this.running);
      Promise.resolve()
        .then(task)
        .then(resolve, reject)
        .finally(() => {
          this.running--;
          this.next();
        });
    }
  }
}
const sleep = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
const queue = new Queue(2);
const order = [];
const job = (n) => async () => {
  order.push(`start ${n}`);
  await sleep(5);
  if (n === 2) throw new RangeError(`job ${n}`);
  order.push(`end ${n}`);
  return n * 10;
};
(async () => {
  const results = await Promise.allSettled([0, 1, 2, 3].map((n) => queue.add(job(n))));
  console.log(results.map((r) => r.value ?? r.reason.message), queue.most, queue);
  console.log(order.filter((line) => line.startsWith('start')));
})();
