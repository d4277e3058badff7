// experimentalDecorators
const order: string[] = [];
const d = (name: string) => { order.push(`make ${name}`); return (...args: any[]) => { order.push(`apply ${name} ${args.length}`); }; };
@d('class1') @d('class2')
class A {
  @d('prop') x = 1;
  @d('method') m(@d('param') p: number) { return p; }
  @d('static') static s() {}
  @d('getter') get g() { return 1; }
  constructor(@d('ctor param') y?: number) {}
}
console.log(order.join('\n'), new A().m(3));
