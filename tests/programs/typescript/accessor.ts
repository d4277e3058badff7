class Counter {
  accessor value = 1;
  static accessor total = 10;
  get double() { return this.value * 2; }
  set double(v: number) { this.value = v / 2; }
}
const c = new Counter();
c.value += 4;
c.double = 20;
console.log(c.value, c.double, Counter.total, Object.keys(c));
