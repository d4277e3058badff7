const { Readable, Transform, Writable, pipeline, PassThrough } = require('node:stream'); const { pipeline: pipe } = require('node:stream/promises');
const upper = new Transform({ transform(chunk, enc, cb) { cb(null, chunk.toString().toUpperCase()); }, flush(cb) { this.push('!'); cb(); } });
class Lines extends Transform { #rest = ''; constructor() { super({ readableObjectMode: true }); } _transform(c, _, cb) { const parts = (this.#rest + c).split('\n'); this.#rest = parts.pop(); for (const p of parts) this.push(p); cb(); } _flush(cb) { if (this.#rest) this.push(this.#rest); cb(); } }
const collect = () => { const out = []; return Object.assign(new Writable({ objectMode: true, write(x, _, cb) { out.push(x); cb(); }, final(cb) { console.log('final'); cb(); } }), { out }); };
(async () => {
  const sink = collect(); await pipe(Readable.from(['ab', 'c\nd', 'e\nf']), new Lines(), sink); console.log(sink.out);
  const s2 = collect(); pipeline(Readable.from(['x', 'y']), upper, s2, (err) => console.log('done', err, s2.out.map(String)));
  await new Promise((r) => setTimeout(r, 5));
  for await (const n of Readable.from([1, 2, 3, 4]).filter((n) => n % 2 === 0).map((n) => n * 10)) console.log(n);
  console.log(await Readable.from([1, 2, 3]).toArray(), await Readable.from([3, 4]).reduce((a, b) => a + b, 0));
  await pipe(Readable.from(['z']), async function* (src) { for await (const c of src) yield c + c; }, new Writable({ write(c, _, cb) { console.log('got', String(c)); cb(); } }));
  await pipe(Readable.from(['a']), new Transform({ transform(c, e, cb) { cb(new Error('broken pipe')); } }), collect()).catch((e) => console.log('failed', e.message));
  const r = new Readable({ read() {} }); r.push('one'); r.push('two'); r.push(null); r.setEncoding('utf8'); r.on('data', (d) => console.log('data', d)).on('end', () => console.log('end')).on('close', () => console.log('close'));
  await new Promise((ok) => r.on('close', ok));
  const p = new PassThrough(); p.write('1'); p.end('2'); let t = ''; for await (const c of p) t += c; console.log(t);
  const slow = new Writable({ highWaterMark: 3, write(c, e, cb) { setTimeout(cb, 1); } }); console.log(slow.write('ab'), slow.write('cd'), slow.writableLength); slow.on('drain', () => { console.log('drain'); slow.end(); }); slow.on('finish', () => console.log('finish'));
  Readable.from(['to ', 'stdout\n']).pipe(process.stdout);
  try { slow.end(); slow.write('late'); } catch (e) { console.log(e.code); } slow.on('error', (e) => console.log('error', e.code));
})();
