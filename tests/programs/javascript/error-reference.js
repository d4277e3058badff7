const total = 3;
console.log(total);
console.log(totl);
