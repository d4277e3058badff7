const sleep = (ms, value, fail) => new Promise((resolve, reject) => setTimeout(() => (fail ? reject(new Error(value)) : resolve(value)), ms));
async function main() {
  console.log(await Promise.all([sleep(3, 'a'), 'b', sleep(1, 'c')]), await Promise.race([sleep(5, 'slow'), sleep(1, 'fast')]));
  console.log(await Promise.any([sleep(1, 'bad', true), sleep(2, 'good')]), await Promise.allSettled([1, Promise.reject(new TypeError('no'))]));
  await Promise.any([sleep(1, 'x', true), Promise.reject(new Error('y'))]).catch((error) => console.log(error.name, error.errors.map((e) => e.message), error.message));
  console.log(await sleep(1, 'v').finally(() => 'ignored'), await Promise.reject(1).catch((n) => n + 1), await { then: (resolve) => resolve('thenable') });
  const pending = sleep(1);
  console.log(pending, Promise.resolve({ a: 1 }), (async () => 5)());
  const failed = Promise.reject(new Error('kept'));
  failed.catch(() => {});
  await sleep(2);
  console.log(pending, String(failed), Object.prototype.toString.call(pending));
  const retry = async (times, task) => {
    for (let n = 1; ; n++) {
      try {
        return await task(n);
      } catch (error) {
        console.log(`try ${n}: ${error.message}`);
        if (n === times) throw new Error('gave up', { cause: error });
      }
    }
  };
  console.log(await retry(3, async (n) => { if (n < 3) throw new Error('not yet'); return `done at ${n}`; }));
  await retry(1, () => sleep(1, 'late', true)).catch((error) => console.log(error.message, '<-', error.cause.message));
  const timeout = (ms) => new Promise((_, reject) => setTimeout(reject, ms, new Error('timeout')));
  console.log(await Promise.race([sleep(50, 'x'), timeout(2)]).catch((error) => error.message));
  const chain = [1, 2, 3].reduce((before, n) => before.then((sum) => sleep(1, sum + n)), Promise.resolve(0));
  console.log(await chain);
  const order = [];
  await Promise.all([3, 1, 2].map(async (n) => { await sleep(n * 8); order.push(n); }));
  console.log(order);
  const { promise, resolve } = (() => { let r; const p = new Promise((done) => (r = done)); return { promise: p, resolve: r }; })();
  promise.then((v) => console.log('deferred', v));
  resolve('first');
  resolve('second');
}
main().finally(() => console.log('over'));
