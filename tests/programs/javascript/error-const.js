const list = [1];
list.push(2);
console.log(list);
list = [];
