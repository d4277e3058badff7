setTimeout(() => {
  console.log('t1');
  process.nextTick(() => console.log('tick in t1'));
  Promise.resolve().then(() => console.log('micro in t1'));
  setImmediate(() => console.log('immediate in t1'));
  setTimeout(() => console.log('timeout in t1'), 5);
}, 1);
setTimeout(() => console.log('t2'), 40);
(async () => {
  console.log('async start');
  await null;
  console.log('async 1');
  await new Promise((r) => process.nextTick(r));
  console.log('async 2');
})();
console.log('end');
