const { EventEmitter, once, on } = require('node:events');
const { promisify, inspect, format, types, deprecate, isDeepStrictEqual } = require('node:util');
const assert = require('node:assert/strict');
class Scheduler extends EventEmitter {
  #jobs = []; #now = 0;
  at(time, name, job) { this.#jobs.push({ time, name, job }); this.#jobs.sort((a, b) => a.time - b.time || a.name.localeCompare(b.name)); return this; }
  async run(until = Infinity) { while (this.#jobs[0]?.time <= until) { const { time, name, job } = this.#jobs.shift(); this.#now = time; this.emit('start', name, time); try { this.emit('done', name, await job(this)); } catch (error) { if (!this.emit('error', error, name)) throw error; } } this.emit('idle', this.#now); return this.#jobs.length; }
}
const s = new Scheduler();
s.on('start', (n, t) => console.log(`[${t}] ${n}`)).once('done', (n, r) => console.log('first done', n, r)).on('error', (e, n) => console.log(`${n} failed: ${e.message}`)).prependListener('start', () => process.stdout.write('> '));
s.at(5, 'b', () => 'B').at(1, 'a', async () => { await null; return 'A'; }).at(3, 'bad', () => { throw new Error('oops'); }).at(5, 'a2', (self) => self.at(6, 'late', () => {})).at(99, 'far', () => {});
(async () => {
  setTimeout(() => s.run(10).then((left) => console.log('left', left)), 1);
  console.log(await once(s, 'idle').catch((e) => e.message), s.listenerCount('start'), s.eventNames(), s.rawListeners('done').length);
  console.log(s);
  const e = new EventEmitter({ captureRejections: true });
  e.on('x', async () => { throw new Error('rejected listener'); }); e.on('error', (err) => console.log('captured', err.message)); e.emit('x');
  await new Promise(setImmediate);
  try { new EventEmitter().emit('error', new Error('unheard')); } catch (err) { console.log(err.message); }
  try { new EventEmitter().emit('error', 'text'); } catch (err) { console.log(err.code, err.message, err.context); }
  console.log(e.emit('nobody'), EventEmitter.defaultMaxListeners, e.setMaxListeners(1) === e, e.off('x', () => {}) === e);
  const feed = new EventEmitter(); setTimeout(() => { feed.emit('d', 1); feed.emit('d', 2); feed.emit('end'); }, 1);
  const ac = new AbortController(); feed.on('end', () => ac.abort());
  try { for await (const [v] of on(feed, 'd', { signal: ac.signal })) console.log('got', v); } catch (err) { console.log(err.name, err.code); }
  console.log(await promisify((x, cb) => setTimeout(cb, 1, null, x * 2))(21), format('%s %d %i %f %j %o %O %% %c|', 'a', '42', 4.9, '1.5', { j: 1 }, [1], { a: { b: { c: {} } } }, 'css'), format('%s', null, undefined, 5n, Symbol('q'), () => 1, class Q {}, { toString: () => 'custom' }, [1, 'a']), format('no', 'more', { x: 1 }));
  console.log(inspect({ a: [[[[]]]], m: new Map([['k', { deep: { er: {} } }]]), s: 'it\'s', f: function named() {}, g: class {}, [Symbol('k')]: 1, d: new Date(NaN), get x() { return 1; }, set x(v) {}, n: null }, { depth: 1, compact: false }), inspect('str'), inspect(new Proxy({ a: 1 }, {}), { showProxy: true }), inspect({ long: 'a'.repeat(60), other: 'b'.repeat(60) }, { breakLength: Infinity }));
  console.log(inspect({ b: 1, a: 2, c: [3, 1] }, { sorted: true, colors: true }), inspect([1, 2, 3, 4], { maxArrayLength: 2 }), inspect('x'.repeat(20), { maxStringLength: 5 }), inspect({ [inspect.custom]: (d, o) => `custom ${d} ${typeof o.stylize}` }), types.isPromise(Promise.resolve()), isDeepStrictEqual({ a: [1] }, { a: [1] }));
  for (const check of [() => assert.equal(1, '1'), () => assert.deepEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] }), () => assert.throws(() => { throw new TypeError('t'); }, RangeError), () => assert.throws(() => {}), () => assert(0), () => assert.ok(null, 'with message'), () => assert.match('abc', /x/), () => assert.notEqual(1, 1), () => assert.fail()]) try { check(); console.log('passed'); } catch (err) { console.log(err.name, '|', err.message, '|', err.code); }
  await assert.rejects(Promise.reject(new Error('expected')), /expected/);
  assert.deepStrictEqual(new Map([[1, new Set([2])]]), new Map([[1, new Set([2])]])); assert.throws(() => { throw new Error('m'); }, { message: 'm' });
  process.on('exit', (code) => console.log('exit', code)); process.exitCode = 3;
  s.at(1, 'z', () => {}).removeAllListeners('error'); s.at(0, 'bad2', () => { throw new RangeError('at the end'); }); await s.run();
})();
