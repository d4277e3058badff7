const fs = require('node:fs');
fs.writeFileSync('a.txt', 'a');
fs.writeFileSync('b.txt', 'b');
fs.mkdirSync('dir/sub', { recursive: true });
fs.writeFileSync('dir/x.txt', 'x');
console.log(fs.mkdirSync('one'), fs.mkdirSync('one/two/three', { recursive: true }), fs.mkdirSync('one', { recursive: true }));
const { COPYFILE_EXCL } = fs.constants;
const attempts = {
  exclusive: () => fs.copyFileSync('a.txt', 'b.txt', COPYFILE_EXCL),
  copyMissing: () => fs.copyFileSync('none', 'b.txt'),
  copyFolder: () => fs.copyFileSync('a.txt', 'dir'),
  intoItself: () => fs.renameSync('dir', 'dir/sub/deep'),
  ontoFolder: () => fs.renameSync('a.txt', 'dir'),
  ontoFile: () => fs.renameSync('dir', 'a.txt'),
  ontoFilled: () => fs.renameSync('one', 'dir'),
  missing: () => fs.renameSync('none', 'other'),
  belowFile: () => fs.writeFileSync('a.txt/b', ''),
  object: () => fs.writeFileSync('a.json', { a: 1 }),
  nothing: () => fs.readFileSync(undefined),
  callback: () => fs.readFile('a.txt'),
  filled: () => fs.rmdirSync('dir'),
};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    console.log(name, attempt());
  } catch (error) {
    console.log(name, error.code, error.message, error.path, error.dest);
  }
}
fs.renameSync('dir', 'one/dir');
console.log(fs.readdirSync('one', { recursive: true }));
for (const entry of fs.readdirSync('one', { recursive: true, withFileTypes: true })) console.log(entry.name, entry.parentPath, entry.isDirectory());
console.log(fs.readdirSync('one', { withFileTypes: true })[0]);
process.chdir('one/dir');
console.log(fs.readdirSync('.'), fs.readFileSync('../../b.txt', 'utf8'), process.cwd().endsWith('/one/dir'), fs.existsSync('a.txt'));
process.chdir('../..');
fs.rmSync('one', { recursive: true });
console.log(fs.readdirSync('.').filter((name) => !name.startsWith('main')));
