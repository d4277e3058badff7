const { EventEmitter, on, once, addAbortListener } = require('node:events');
const { setTimeout: sleep } = require('node:timers/promises');

(async () => {
  const feed = new EventEmitter();
  const closed = on(feed, 'item', { close: ['end', 'stop'] });
  feed.emit('item', 1); feed.emit('item', 2, 'b'); feed.emit('stop'); feed.emit('item', 3);
  for await (const values of closed) console.log(values);
  console.log(feed.listenerCount('item'), feed.listenerCount('error'), await closed.next());

  const abort = new AbortController();
  setTimeout(() => abort.abort(new Error('enough')), 5);
  setTimeout(() => feed.emit('item', 'before'), 1);
  try {
    for await (const [value] of on(feed, 'item', { signal: abort.signal })) console.log(value);
  } catch ({ name, code, message, cause }) { console.log(name, code, message, cause.message); }
  try { on(feed, 'item', { signal: abort.signal }); } catch ({ name, code, message }) { console.log('at once:', name, code, message); }
  await once(feed, 'item', { signal: abort.signal }).catch(({ name, cause }) => console.log(name, cause.message));

  for (const act of [() => on({}, 'x'), () => on(feed, 'x', { signal: 5 })])
    try { act(); } catch ({ code, message }) { console.log(code, message); }

  const target = new EventTarget();
  setTimeout(() => target.dispatchEvent(new Event('ring')), 1);
  const [event] = await once(target, 'ring'); console.log(event.type);
  setTimeout(() => { target.dispatchEvent(new Event('ring')); target.dispatchEvent(new Event('ring')); }, 1);
  let rings = 0;
  for await (const [{ type }] of on(target, 'ring')) { console.log(type); if (++rings === 2) break; }

  const left = on(feed, 'item'); const [one, two] = [left.next(), left.next()];
  await left.return(); console.log(await one, await two);
  const failed = on(feed, 'item'); feed.emit('error', new Error('own'));
  await failed.next().catch(({ message }) => console.log(message)); console.log(await failed.next());

  const other = new AbortController();
  addAbortListener(other.signal, () => console.log('aborted')); other.abort();
  addAbortListener(other.signal, () => console.log('already')); await null;

  const limit = AbortSignal.timeout(5);
  await sleep(1000, null, { signal: limit }).catch(({ name, cause }) => console.log(name, cause.name, cause.message, cause.code));
  console.log(limit.aborted, limit.reason instanceof DOMException);
  for (const delay of ['x', 1.5, -1]) try { AbortSignal.timeout(delay); } catch ({ code, message }) { console.log(code, message); }
  AbortSignal.timeout(100_000);
})();
