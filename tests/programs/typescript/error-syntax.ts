const x: number = 1;
function f(a: string {
  return a;
}
console.log(f('x'));
