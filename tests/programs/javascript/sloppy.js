x = 010;
var o = { a: 1, a: 2 };
with (o) { console.log(a); }
function f(a, a) { return a; }
console.log(x, f(1, 2), typeof this, this === module.exports);
console.log((function () { return this === globalThis; })());
delete Object.prototype;
undefined = 1;
console.log(undefined, delete o.a, o);
