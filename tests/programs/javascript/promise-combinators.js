const wait = (ms, v, fail) => new Promise((ok, no) => setTimeout(() => (fail ? no(new Error(v)) : ok(v)), ms));
async function main() {
  console.log(await Promise.all([wait(4, 'a'), 'b', wait(1, 'c')]));
  console.log(await Promise.allSettled([wait(2, 'a'), wait(1, 'bad', true), 3]));
  console.log(await Promise.race([wait(9, 'slow'), wait(1, 'fast')]));
  console.log(await Promise.any([wait(1, 'no', true), wait(3, 'yes')]));
  try { await Promise.any([wait(1, 'x', true), Promise.reject(7)]); } catch (e) { console.log(e.constructor.name, e.errors.map(String)); }
  const p = Promise.resolve(1), r = Promise.reject(new Error('seen')); r.catch(() => {});
  console.log(p, wait(1), Promise.resolve({ a: [1] }), { p });
  console.log(await Promise.try?.(() => 5) ?? 5);
  const limit = async (n, jobs) => { const out = []; let at = 0; await Promise.all(Array.from({ length: n }, async () => { while (at < jobs.length) { const i = at++; out[i] = await jobs[i](); } })); return out; };
  let running = 0, most = 0;
  console.log(await limit(2, [5, 1, 3, 2].map((ms) => async () => { most = Math.max(most, ++running); await wait(ms); running--; return ms; })), most);
  const retry = async (f, n) => { for (let i = 1; ; i++) try { return await f(i); } catch (e) { console.log('attempt', i, e.message); if (i === n) throw new Error('gave up', { cause: e }); } };
  await retry(async (i) => { if (i < 3) throw new Error(`no ${i}`); return 'ok'; }, 5).then(console.log);
  await retry(async () => { throw new TypeError('always'); }, 2).catch((e) => console.log(e.message, '<-', e.cause.name));
  const order = []; await Promise.all([3, 1, 2].map(async (n) => { await wait(n * 4); order.push(n); })); console.log(order);
  return 'done';
}
main().then(console.log, console.error).finally(() => console.log('finally'));
