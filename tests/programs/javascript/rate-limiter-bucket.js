class TokenBucket {
  constructor(capacity, perSecond, clock) { Object.assign(this, { capacity, perSecond, clock, tokens: capacity, last: clock() }); }
  take(n = 1) {
    const now = this.clock();
    this.tokens = Math.min(this.capacity, this.tokens + ((now - this.last) / 1000) * this.perSecond);
    this.last = now;
    if (this.tokens < n) return false;
    this.tokens -= n;
    return true;
  }
}
let now = 0;
const b = new TokenBucket(2, 1, () => now);
const out = [];
for (const t of [0, 0, 0, 500, 1000, 1000, 5000, 5000, 5000]) { now = t; out.push(b.take()); }
console.log(out);
console.log(b);
