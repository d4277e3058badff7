function trace<T>(name: string, value: T): T { console.log('init', name); return value; }
class Base {
  a = trace('Base.a', 1);
  constructor() { console.log('Base ctor', this.describe()); }
  describe() { return 'base'; }
}
class Derived extends Base {
  b = trace('Derived.b', 2);
  declare c: number;
  static s = trace('static', 0);
  constructor(public d = trace('param d', 4)) {
    super();
    console.log('Derived ctor', this.b, this.d, 'c' in this);
  }
  override describe() { return `derived b=${this.b} d=${this.d}`; }
}
console.log(Object.keys(new Derived()));
