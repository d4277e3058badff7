const fs = require('fs');
const fd = fs.openSync('a.txt', 'w+');
console.log(fs.writeSync(fd, Buffer.from('hello world'), 6, 5), fs.writeSync(fd, '!'), fs.writeSync(fd, 'W', 0), fs.writeSync(fd, 'ü', null, 'latin1'));
console.log(fs.writeSync(fd, Buffer.from('xyz'), { offset: 1, length: 1 }), fs.writeSync(fd, new Uint8Array([65, 66, 67]), 1));
console.log(fs.readFileSync('a.txt', 'latin1'));
const b = Buffer.alloc(5, '.');
console.log(fs.readSync(fd, b, 1, 3, 0), b + '', fs.readSync(fd, b, { position: 2, length: 2 }), b + '');
fs.closeSync(fd);
const e = fs.openSync('a.txt', 'r+');
fs.writeSync(e, 'AB'); console.log(fs.readFileSync(e, 'latin1'), '|', fs.readFileSync('a.txt', 'latin1'), fs.fstatSync(e).size);
fs.ftruncateSync(e, 3); console.log(fs.readFileSync('a.txt', 'latin1')); fs.closeSync(e);
const a = fs.openSync('a.txt', 'a'); fs.writeSync(a, 'end', 0); fs.writeFileSync(a, '+more'); fs.appendFileSync(a, '.'); fs.closeSync(a);
console.log(fs.readFileSync('a.txt', 'latin1'));
fs.writeFileSync('g.txt', 'a\n'); const g = fs.openSync('g.txt', 'r+'); fs.writeSync(g, 'zz', 5); console.log(fs.readFileSync('g.txt')); 
try { fs.writeSync(99, 'x') } catch (e) { console.log(e.message) }
try { fs.readSync(99, b) } catch (e) { console.log(e.message) }
try { fs.fstatSync(99) } catch (e) { console.log(e.message) }
try { fs.closeSync(99) } catch (e) { console.log(e.message) }
try { fs.readFileSync(99) } catch (e) { console.log(e.message) }
try { fs.writeFileSync(99, 'x') } catch (e) { console.log(e.message) }
try { fs.openSync('a.txt', 'wx') } catch (e) { console.log(e.message) }
try { fs.openSync('/', 'w') } catch (e) { console.log(e.message) }
try { fs.writeSync(fs.openSync('a.txt'), 'x') } catch (e) { console.log(e.message) }
try { fs.readSync(fs.openSync('b.txt', 'w'), b) } catch (e) { console.log(e.message) }
fs.write(fs.openSync('c.txt', 'w'), Buffer.from('abc'), 1, 2, (err, n, buf) => { console.log(err, n, buf, fs.readFileSync('c.txt', 'utf8'));
fs.read(fs.openSync('c.txt'), Buffer.alloc(4), 0, 4, 0, (err, n, buf) => { console.log(err, n, buf);
fs.writeFileSync('c.txt','x\ny\r\nz');
(async () => {
  const h = await fs.promises.open('c.txt', 'r+');
  console.log(typeof h.fd, Object.getPrototypeOf(h).constructor.name);
  for await (const l of h.readLines()) console.log('line', JSON.stringify(l));
  const h2 = await fs.promises.open('c.txt', 'w+');
  console.log(await h2.write('hello'), (await h2.stat()).size);
  console.log(await h2.read(Buffer.alloc(3), 0, 3, 1));
  console.log((await h2.read({ buffer: Buffer.alloc(3), position: 0 })).bytesRead);
  await h2.appendFile('!'); console.log(JSON.stringify(await h2.readFile('utf8')));
  await h2.truncate(2); await h2.writeFile('Q'); await h2.sync();
  await h2.close(); console.log(fs.readFileSync('c.txt'), h2.fd);
  try { await h2.read(Buffer.alloc(1)); } catch (e) { console.log(e.code, e.message) }
  try { await fs.promises.open('none') } catch (e) { console.log(e.code) }
})();
}) });
