// experimentalDecorators
function log(target: any, key: string, descriptor: PropertyDescriptor) {
  const original = descriptor.value;
  descriptor.value = function (...args: any[]) {
    console.log(`${key}(${args.join(', ')})`);
    return original.apply(this, args);
  };
  return descriptor;
}
function component(name: string) {
  return <T extends { new (...args: any[]): {} }>(constructor: T) => class extends constructor {
    label = name;
  };
}
@component('greeter')
class Greeter {
  constructor(private greeting: string) {}
  @log
  greet(who: string) { return `${this.greeting}, ${who}`; }
}
const g: any = new Greeter('Hello');
console.log(g.greet('Ada'), g.label);
