function f(n) {
  return f(n + 1);
}
try {
  f(0);
} catch (e) {
  console.log(e instanceof RangeError, e.name);
}
const depth = (n) => (n === 0 ? 0 : 1 + depth(n - 1));
console.log(depth(3000));
