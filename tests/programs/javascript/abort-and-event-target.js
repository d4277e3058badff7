const target = new EventTarget();
target.addEventListener('ping', (e) => console.log(e.type, e instanceof Event), { once: true });
console.log(target.dispatchEvent(new Event('ping')), target.dispatchEvent(new Event('ping')));
const c = new AbortController();
c.signal.addEventListener('abort', () => console.log('aborted', c.signal.reason.name));
c.abort();
try {
  c.signal.throwIfAborted();
} catch (e) {
  console.log(e.name, e.message);
}
Promise.race([new Promise((r) => setTimeout(r, 50, 'slow')), new Promise((r) => setTimeout(r, 1, 'fast'))]).then(console.log);
Promise.allSettled([Promise.resolve(1), Promise.reject(new Error('x'))]).then((r) => console.log(r.map((x) => x.status), r[1].reason.message));
