function log<This, Args extends unknown[], R>(fn: (this: This, ...args: Args) => R, context: ClassMethodDecoratorContext) {
  const name = String(context.name);
  return function (this: This, ...args: Args): R {
    console.log('->', name, args);
    const result = fn.apply(this, args);
    console.log('<-', name, result);
    return result;
  };
}
function sealed(target: Function, context: ClassDecoratorContext) {
  console.log(context.kind, context.name, target.name);
}
function double(_: undefined, context: ClassFieldDecoratorContext) {
  return (value: number) => value * 2;
}
@sealed
class Calculator {
  @double base = 21;
  @log add(a: number, b: number) { return a + b + this.base; }
  @log static make() { return 'made'; }
}
console.log(new Calculator().add(1, 2), Calculator.make());
