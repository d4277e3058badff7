const fs = require('fs');
const path = require('path');
const os = require('os');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'demo-'));
const file = path.join(folder, 'notes.txt');
fs.writeFileSync(file, 'one\ntwo\n');
fs.appendFileSync(file, 'three');
console.log(fs.readFileSync(file, 'utf8').split('\n'), fs.existsSync(file), fs.statSync(file).size, fs.statSync(folder).isDirectory(), fs.readFileSync(file).length);
fs.mkdirSync(path.join(folder, 'a/b'), { recursive: true });
fs.copyFileSync(file, path.join(folder, 'a/copy.txt'));
fs.renameSync(path.join(folder, 'a/copy.txt'), path.join(folder, 'a/b/moved.md'));
console.log(fs.readdirSync(folder), fs.readdirSync(folder, { withFileTypes: true }).map((e) => [e.name, e.isFile()]), fs.readdirSync(folder, { recursive: true }).sort());
try { fs.readFileSync(path.join(folder, 'none')); } catch (error) { console.log(error.code, error.errno, error.syscall, path.basename(error.path)); }
try { fs.mkdirSync(folder); } catch (error) { console.log(error.code); }
try { fs.rmdirSync(folder); } catch (error) { console.log(error.code); }
fs.readFile(file, 'utf8', (error, text) => {
  console.log(error, text.length);
  fs.promises.readFile(file + 'x').catch((failed) => console.log(failed.code)).finally(async () => {
    await fs.promises.writeFile(file, JSON.stringify({ saved: true }));
    console.log(JSON.parse(await fs.promises.readFile(file, 'utf8')), await fs.promises.access(file));
    for await (const chunk of fs.createReadStream(file, { encoding: 'utf8', highWaterMark: 6 })) console.log(chunk);
    const out = fs.createWriteStream(path.join(folder, 'out.txt'));
    out.write('streamed ');
    out.end('text', () => { console.log(fs.readFileSync(path.join(folder, 'out.txt'), 'utf8')); fs.rmSync(folder, { recursive: true }); console.log(fs.existsSync(folder)); });
  });
});
console.log(path.join('/a', '..', 'b', './c.txt'), path.resolve('/x', 'y', '../z'), path.basename('/q/w.test.js', '.js'), path.extname('a.b.c'), path.dirname('/a/b/c'), path.relative('/a/b/c', '/a/d'), path.normalize('/a//b/../c/'), path.isAbsolute('a'), path.parse('/home/u/file.txt'), path.format({ dir: '/d', base: 'f.x' }), path.sep, path.posix === path);
