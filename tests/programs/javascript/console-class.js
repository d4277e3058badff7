const { Console } = require('console');
const { Writable } = require('stream');
const parts = [];
const stdout = new Writable({ write(chunk, _, done) { parts.push(['out', String(chunk)]); done(); } });
const stderr = new Writable({ write(chunk, _, done) { parts.push(['err', String(chunk)]); done(); } });
const own = new Console({ stdout, stderr });
own.log('hello %s', 'you', { a: 1 });
own.error('bad');
own.group('g');
own.warn('inside');
own.groupEnd();
own.table([{ x: 1 }]);
own.count();
own.assert(false, 'wrong');
own.dir({ a: { b: { c: 1 } } }, { depth: 0 });
console.log(parts);
const plain = new console.Console(process.stdout);
plain.log('to stdout');
plain.error('also to stdout');
console.log(own instanceof Console, console instanceof Console, typeof console.Console, new Console(process.stdout, process.stderr).log === undefined);
try {
  new Console();
} catch (error) {
  console.log(error.name, error.code, error.message);
}
