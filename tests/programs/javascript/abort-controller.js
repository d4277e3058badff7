const { setTimeout: sleep } = require('timers/promises');
const { once, EventEmitter } = require('events');
(async () => {
  const ac = new AbortController();
  const work = async (signal) => { for (let i = 0; ; i++) { signal.throwIfAborted(); await sleep(2); if (i === 2) ac.abort(new Error('enough')); } };
  await work(ac.signal).catch((e) => console.log('work:', e.message));
  console.log(ac.signal.aborted, ac.signal.reason.message);
  const plain = new AbortController(); plain.abort();
  console.log(plain.signal.reason.name, plain.signal.reason.message, plain.signal.reason.code, plain.signal.reason instanceof Error);
  await sleep(1000, null, { signal: plain.signal }).catch((e) => console.log(e.name, e.code, e.message));
  await once(new EventEmitter(), 'x', { signal: plain.signal }).catch((e) => console.log(e.name, e.code));
  const any = AbortSignal.any?.([plain.signal, new AbortController().signal]); console.log(any?.aborted);
  try { AbortSignal.abort().throwIfAborted(); } catch (e) { console.log(e.message); }
  const withTimeout = (p, ms) => Promise.race([p, new Promise((_, no) => setTimeout(() => no(new Error(`timed out after ${ms} ms`)), ms))]);
  await withTimeout(sleep(50), 5).catch((e) => console.log(e.message));
  const et = new EventTarget(); et.addEventListener('hi', (e) => console.log(e.type, e.detail), { once: true });
  et.dispatchEvent(new CustomEvent('hi', { detail: { a: 1 } })); et.dispatchEvent(new Event('hi'));
})();
