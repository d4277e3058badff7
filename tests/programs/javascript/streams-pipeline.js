const { Readable, Writable, Transform, PassThrough, pipeline, finished } = require('stream');
const { pipeline: piped } = require('stream/promises');
class Lines extends Transform {
  #rest = '';
  constructor() {
    super({ readableObjectMode: true });
  }
  _transform(chunk, _encoding, done) {
    const lines = (this.#rest + chunk).split('\n');
    this.#rest = lines.pop();
    for (const line of lines) this.push(line);
    done();
  }
  _flush(done) {
    if (this.#rest) this.push(this.#rest);
    done();
  }
}
const upper = new Transform({ objectMode: true, transform: (line, _, done) => done(null, `${line.toUpperCase()}\n`) });
const seen = [];
const sink = new Writable({ decodeStrings: false, write(chunk, _, done) { seen.push(String(chunk)); setImmediate(done); }, final(done) { seen.push('end'); done(); } });
pipeline(Readable.from(['one\ntw', 'o\nthr', 'ee']), new Lines(), upper, sink, async (error) => {
  console.log(error, seen);
  try {
    await piped(Readable.from([1, 2]), async function* (source) { for await (const n of source) { if (n === 2) throw new TypeError('two'); yield n; } }, new PassThrough({ objectMode: true }));
  } catch (failed) {
    console.log(failed.name, failed.message);
  }
  const numbers = Readable.from([1, 2, 3, 4]);
  console.log(await numbers.filter((n) => n % 2 === 0).map((n) => n * 10).toArray());
  let n = 0;
  const counter = new Readable({ highWaterMark: 2, read() { this.push(n < 5 ? String(n++) : null); } });
  counter.setEncoding('utf8');
  let text = '';
  counter.on('data', (chunk) => { text += chunk; }).on('end', () => console.log('text', text)).on('close', () => console.log('closed', counter.destroyed));
  finished(counter, (error) => console.log('finished', error));
});
const slow = new Writable({ highWaterMark: 3, write(chunk, encoding, done) { setTimeout(done, 300); } });
console.log(slow.write('ab'), slow.write('cd'), slow.writableLength, slow.writableNeedDrain);
slow.on('drain', () => { console.log('drained'); slow.end('last'); }).on('finish', () => console.log('finish'));
const broken = new Readable({ read() { this.destroy(new Error('read failed')); } });
broken.on('error', (error) => console.log(error.message)).resume();
