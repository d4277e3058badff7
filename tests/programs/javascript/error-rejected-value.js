Promise.reject('just a string');
console.log('before');
