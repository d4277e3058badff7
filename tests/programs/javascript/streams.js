const { Readable, Transform, pipeline } = require('stream');
const upper = new Transform({ transform(chunk, _, cb) { cb(null, chunk.toString().toUpperCase()); } });
pipeline(Readable.from(['a', 'b', 'c']), upper, async function* (source) { for await (const x of source) console.log(`<${x}>`); }, (err) => console.log('done', err));
