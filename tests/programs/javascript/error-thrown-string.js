function f() {
  throw 'no error at all';
}
console.log(1);
f();
