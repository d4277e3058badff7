const { setTimeout: wait, setImmediate: soon, setInterval: every } = require('timers/promises');
const log = [];
setTimeout(() => log.push('timeout 0'), 0);
setImmediate(() => log.push('immediate'));
process.nextTick(() => log.push('tick'));
Promise.resolve().then(() => { log.push('micro'); process.nextTick(() => log.push('tick in micro')); }).then(() => log.push('micro 2'));
queueMicrotask(() => log.push('queued'));
log.push('sync');
(async () => {
  log.push('async start');
  await null;
  log.push('after await');
})();
setTimeout(async () => {
  console.log(log.filter((each) => each !== 'immediate'));
  const timer = setTimeout(() => console.log('never'), 5);
  clearTimeout(timer);
  console.log(await wait(1, 'value'), await soon('soon'));
  let n = 0;
  for await (const value of every(1, 'again')) if (++n === 3) { console.log(value, n); break; }
  const controller = new AbortController();
  wait(50, null, { signal: controller.signal }).catch((error) => console.log(error.name, error.code, error.message));
  controller.abort();
  const t = setInterval((a, b) => { console.log(a, b); clearInterval(t); }, 1, 'args', 2);
  console.log(typeof t.ref, t.hasRef(), typeof t[Symbol.toPrimitive]());
  setTimeout(() => console.log('unref'), 60000).unref();
}, 20);
