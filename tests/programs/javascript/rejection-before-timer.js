process.on('unhandledRejection', (reason) => console.log('rejection:', reason.message));
const busy = (ms) => { for (const end = performance.now() + ms; performance.now() < end; ); };
setTimeout(() => {
  console.log('first timer');
  Promise.reject(new Error('in the first timer'));
  busy(5);
}, 1);
setTimeout(() => console.log('second timer'), 2);
setImmediate(() => {
  Promise.reject(new Error('in an immediate'));
  setTimeout(() => console.log('timer of the immediate'), 1);
  busy(5);
});
Promise.reject(new Error('at the beginning'));
(async () => { throw new Error('of an async function'); })();
const late = Promise.reject(new Error('caught in time'));
process.nextTick(() => late.catch(() => console.log('caught')));
busy(5);
