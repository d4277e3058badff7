const fs = require('fs');
const path = require('node:path');
fs.mkdirSync('out/deep', { recursive: true });
fs.writeFileSync(path.join('out', 'a.txt'), 'one\ntwo\n');
fs.appendFileSync('out/a.txt', 'three');
console.log(fs.readFileSync('out/a.txt', 'utf8').split('\n'), fs.existsSync('out/b.txt'), fs.statSync('out/a.txt').size);
console.log(fs.readdirSync('out'), path.basename('/x/y.test.js', '.js'), path.extname('a.b.c'), path.resolve('/a', '../b'), path.parse('/home/u/f.txt'));
fs.promises.readFile('out/a.txt', 'utf8').then((t) => console.log(t.length));
fs.readFile('missing.txt', (err, data) => console.log(err.code, data));
try {
  fs.readFileSync('nope.json');
} catch (e) {
  console.log(e.code, e.syscall, e.message);
}
console.log(path.relative('/a/b/c', '/a/d'), path.normalize('a//b/../c'), path.isAbsolute('/x'), path.sep);
