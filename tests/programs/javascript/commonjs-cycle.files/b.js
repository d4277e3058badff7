const a = require('./a');
exports.sawA = `a.done was ${a.done}`;
console.log('b:', a);
