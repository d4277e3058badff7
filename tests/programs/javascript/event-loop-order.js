console.log('1 sync');
setTimeout(() => console.log('8 timeout'), 0);
setImmediate(() => console.log('9 immediate'));
process.nextTick(() => console.log('3 tick'));
Promise.resolve()
  .then(() => console.log('4 micro'))
  .then(() => console.log('6 micro of micro'));
queueMicrotask(() => console.log('5 queued'));
process.nextTick(() => Promise.resolve().then(() => console.log('7 micro of tick')));
console.log('2 sync end');
