type Ctor<T = {}> = new (...args: any[]) => T;
const Timestamped = <B extends Ctor>(Base: B) => class extends Base { stamp = 42; };
const Named = <B extends Ctor>(Base: B) => class extends Base { name = 'n'; hello(this: { name: string }) { return this.name; } };
class Plain { static count = 0; static { Plain.count = 7; } #secret = 1; get secret() { return this.#secret; } has(o: object) { return #secret in o; } }
const Both = Named(Timestamped(Plain));
const b = new Both();
console.log(b.stamp, b.hello(), b.secret, Plain.count, b.has(b), b.has({}), b instanceof Plain);
