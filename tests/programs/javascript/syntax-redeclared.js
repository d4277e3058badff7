let a = 1;
console.log(a);
let a = 2;
