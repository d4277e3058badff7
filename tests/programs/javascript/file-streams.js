const fs = require('node:fs');
const { once } = require('node:events');
const { text, json } = require('node:stream/consumers');
const { pipeline } = require('node:stream/promises');
const heard = (name, stream, ...events) => {
  for (const event of events) stream.on(event, (value) => console.log(name, event, value instanceof Error ? value.message : ''));
  return stream;
};
const closed = (stream) => new Promise((resolve) => stream.on('close', resolve));
(async () => {
  const lost = heard('lost', fs.createWriteStream('/no/dir/x'), 'open', 'error', 'close');
  lost.write('x', (error) => console.log('written', error.code));
  await closed(lost);
  await closed(heard('missing', fs.createReadStream('missing.txt'), 'open', 'error', 'close'));
  const writer = heard('writer', fs.createWriteStream('out.txt'), 'open', 'ready', 'finish', 'close');
  console.log(fs.existsSync('out.txt'), writer.path, writer.bytesWritten);
  writer.write('one\n');
  writer.write('two\n', () => console.log('written', writer.bytesWritten));
  await new Promise((resolve) => writer.close(resolve));
  const more = fs.createWriteStream('out.txt', { flags: 'a' });
  more.end('three €\n');
  await once(more, 'finish');
  const reader = heard('reader', fs.createReadStream('out.txt', { encoding: 'utf8', highWaterMark: 5 }), 'open', 'end', 'close');
  let read = '';
  for await (const part of reader) read += `<${part}>`;
  console.log(JSON.stringify(read), reader.bytesRead);
  console.log(await text(fs.createReadStream('out.txt', { start: 4, end: 6 })));
  await pipeline(fs.createReadStream('out.txt'), fs.createWriteStream('copy.txt'));
  fs.writeFileSync('data.json', JSON.stringify({ pears: [1, 2] }));
  console.log(fs.readFileSync('copy.txt', 'utf8') === fs.readFileSync('out.txt', 'utf8'), await json(fs.createReadStream('data.json')));
  const lines = require('node:readline').createInterface({ input: fs.createReadStream('out.txt', { highWaterMark: 1 }) });
  for await (const line of lines) console.log('line', line);
  try {
    await text(fs.createReadStream('missing.txt'));
  } catch (error) {
    console.log(error.code, error.path);
  }
})();
