import assert from 'node:assert';

function f(xs) {
  return xs;
}
const xs = [1, 2, 3;
console.log(f(xs));
