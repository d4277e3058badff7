// Node's `fs` for programs in JavaScript: what is written and read through open files, by descriptor and by handle.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loop, openProgramFiles, ReadStream, WriteStream } from '../fixtures/node-files.js';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('Node’s open files', () => {
  it('write a part of bytes, and texts, at the current place or another', () => {
    const { fs, text } = openProgramFiles();
    const file = fs.openSync('a.txt', 'w+');
    assert.equal(fs.writeSync(file, bytes('hello world'), 6, 5), 5);
    assert.equal(fs.writeSync(file, '!'), 1);
    assert.equal(fs.writeSync(file, 'W', 0), 1);
    assert.equal(fs.writeSync(file, 'ü', null, 'latin1'), 1);
    assert.equal(fs.writeSync(file, bytes('xyz'), { offset: 1, length: 1 }), 1);
    assert.equal(fs.writeSync(file, bytes('ABC'), 1), 2);
    assert.equal(text('a.txt'), 'World!üyBC');
    const buffer = bytes('.....');
    assert.equal(fs.readSync(file, buffer, 1, 3, 0), 3);
    assert.equal(new TextDecoder().decode(buffer), '.Wor.');
    assert.equal(fs.readSync(file, buffer, { position: 2, length: 2 }), 2);
    assert.equal(new TextDecoder().decode(buffer), 'rlor.');
    assert.throws(() => fs.writeSync(file, bytes('abc'), 1, 5), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => fs.writeSync(file, 5), { code: 'ERR_INVALID_ARG_TYPE' });
  });

  it('are read and written over from their place on, or appended to', () => {
    const { fs, text } = openProgramFiles();
    fs.writeFileSync('a.txt', 'World!');
    const file = fs.openSync('a.txt', 'r+');
    fs.writeSync(file, 'AB');
    assert.equal(text(file), 'rld!');
    assert.equal(text('a.txt'), 'ABrld!');
    assert.equal(fs.fstatSync(file)?.size, 6);
    fs.ftruncateSync(file, 3);
    const end = fs.openSync('a.txt', 'a');
    fs.writeSync(end, 'end', 0);
    fs.writeFileSync(end, '+more');
    fs.appendFileSync(end, '.');
    assert.equal(text('a.txt'), 'ABrend+more.');
    fs.writeSync(file, 'z', 14);
    assert.equal(text('a.txt'), 'ABrend+more.\0\0z');
  });

  it('grow by many small pieces, which nobody sees in what was read before', () => {
    const { fs, text } = openProgramFiles();
    for (let i = 0; i < 20_000; i++) fs.appendFileSync('log.txt', 'line\n');
    const before = fs.readFileSync('log.txt') as Uint8Array;
    fs.copyFileSync('log.txt', 'copy.txt');
    fs.writeSync(fs.openSync('log.txt', 'r+'), 'LINE');
    assert.equal(before.length, 100_000);
    assert.equal(text('log.txt').slice(0, 10), 'LINE\nline\n');
    assert.equal(text('copy.txt').slice(0, 10), 'line\nline\n');
  });

  it('fail as in Node', () => {
    const { fs } = openProgramFiles();
    fs.writeFileSync('a.txt', '');
    const buffer = new Uint8Array(1);
    for (const [act, message] of [
      [() => fs.writeSync(99, 'x'), 'EBADF: bad file descriptor, write'],
      [() => fs.readSync(99, buffer), 'EBADF: bad file descriptor, read'],
      [() => fs.fstatSync(99), 'EBADF: bad file descriptor, fstat'],
      [() => fs.closeSync(99), 'EBADF: bad file descriptor, close'],
      [() => fs.readFileSync(99), 'EBADF: bad file descriptor, fstat'],
      [() => fs.writeFileSync(99, 'x'), 'EBADF: bad file descriptor, write'],
      [() => fs.openSync('a.txt', 'wx'), "EEXIST: file already exists, open 'a.txt'"],
      [() => fs.openSync('/', 'w'), "EISDIR: illegal operation on a directory, open '/'"],
      [() => fs.openSync('none'), "ENOENT: no such file or directory, open 'none'"],
      [() => fs.writeSync(fs.openSync('a.txt'), 'x'), 'EBADF: bad file descriptor, write'],
      [() => fs.readSync(fs.openSync('b.txt', 'w'), buffer), 'EBADF: bad file descriptor, read'],
    ] as const)
      assert.throws(act, { message });
  });

  it('may be the input, by its path', () => {
    const { fs } = openProgramFiles('ab\ncd');
    const file = fs.openSync('/dev/stdin', 'rs');
    const buffer = new Uint8Array(3);
    assert.equal(fs.readSync(file, buffer, 0, 3), 3);
    assert.equal(new TextDecoder().decode(buffer), 'ab\n');
    assert.equal(fs.readFileSync(file, 'utf8'), 'cd');
    const stat = fs.statSync('/dev/stdin');
    assert.deepEqual([stat?.isFIFO(), stat?.isFile(), stat?.size], [true, false, 0]);
    assert.equal(fs.fstatSync(0)?.isFIFO(), true);
    assert.equal(fs.existsSync('/dev/stdin'), true);
    fs.accessSync('/dev/stdin');
    fs.closeSync(file);
  });

  it('may be an output: a character that is written in pieces is whole', () => {
    const { fs, printed } = openProgramFiles();
    const text = bytes('é€');
    for (let at = 0; at < text.length; at++) fs.writeSync(1, text, at, 1);
    fs.writeSync(fs.openSync('/dev/stdout', 'w'), '!');
    assert.equal(printed.join(''), 'é€!');
  });

  it('tell callbacks what was written and read', async () => {
    const { fs } = openProgramFiles();
    type Later = (descriptor: number, buffer: Uint8Array, ...rest: unknown[]) => void;
    const { write, read } = fs as unknown as Record<'write' | 'read', Later>;
    const data = bytes('abc');
    const told = await new Promise((resolve) =>
      write(fs.openSync('c.txt', 'w'), data, 1, 2, (...values: unknown[]) => resolve(values)),
    );
    assert.deepEqual(told, [null, 2, data]);
    const buffer = new Uint8Array(3);
    const got = await new Promise((resolve) =>
      read(fs.openSync('c.txt'), buffer, 0, 3, 0, (...values: unknown[]) => resolve(values)),
    );
    assert.deepEqual(got, [null, 2, bytes('bc\0')]);
  });
});

describe('fs.promises.open', () => {
  it('gives a handle', async () => {
    const { fs, promises, text } = openProgramFiles();
    const file = await promises.open('c.txt', 'w+');
    assert.equal(typeof file.fd, 'number');
    assert.deepEqual({ ...(await file.write('hello')) }, { bytesWritten: 5, buffer: 'hello' });
    assert.equal(((await file.stat()) as { size: number }).size, 5);
    const buffer = new Uint8Array(3);
    assert.deepEqual({ ...(await file.read(buffer, 0, 3, 1)) }, { bytesRead: 3, buffer: bytes('ell') });
    assert.equal(((await file.read({ buffer, position: 0 })) as { bytesRead: number }).bytesRead, 3);
    await file.appendFile('!');
    assert.equal(await file.readFile('utf8'), '');
    await file.truncate(2);
    await file.writeFile('Q');
    await file.sync();
    assert.equal(await promises.readFile(await promises.open('c.txt'), 'utf8'), 'he\0\0\0\0Q');
    await file.close();
    assert.equal(file.fd, -1);
    await assert.rejects(file.read(buffer), { code: 'EBADF', message: 'file closed' });
    await assert.rejects(promises.open('none'), { code: 'ENOENT' });
    assert.equal(text('c.txt').length, 7);
    assert.equal(fs.existsSync('c.txt'), true);
  });

  it('reads lines, of the input one by one', async () => {
    const { fs, promises } = openProgramFiles('', ['x\n', 'y\n']);
    fs.writeFileSync('c.txt', '\ufeffx\ny\r\n\nz');
    const lines: string[] = [];
    const file = await promises.open('c.txt');
    for await (const line of file.readLines()) lines.push(line);
    assert.deepEqual([lines, file.fd], [['\ufeffx', 'y', '', 'z'], -1]);
    for await (const line of (await promises.open('/dev/stdin')).readLines()) {
      assert.equal(line, 'x');
      break;
    }
    assert.equal(fs.readFileSync(0, 'utf8'), 'y\n');
  });
});

describe('Node’s standard streams', () => {
  it('announce the input as it comes, and its end', async () => {
    const told: string[] = [];
    const { input } = openProgramFiles('', ['x\n', 'y\n', undefined]);
    const stdin = new ReadStream(input, loop);
    stdin.setEncoding('utf8');
    stdin.on('readable', () => {
      for (let text = stdin.read(); text !== null; text = stdin.read()) told.push(`data: ${text}`);
      told.push('null');
    });
    await new Promise<void>((resolve) => stdin.on('end', () => resolve()));
    assert.deepEqual(told, ['data: x\n', 'null', 'data: y\n', 'null', 'null']);
  });

  it('are read by as many characters as are wanted', async () => {
    const told: unknown[] = [];
    const stdin = new ReadStream(openProgramFiles('abc').input, loop);
    stdin.setEncoding('utf8');
    stdin.on('readable', () => told.push(stdin.read(2)));
    await new Promise<void>((resolve) => stdin.on('end', () => resolve()));
    assert.deepEqual(told, ['ab', 'c', null]);
  });

  it('print what is left of a character before a text', () => {
    const printed: string[] = [];
    const stdout = new WriteStream(
      { write: (_kind: string, text: string) => void printed.push(text) },
      'stdout',
      1,
      loop,
    );
    stdout.write(bytes('é').subarray(0, 1));
    stdout.write('!');
    assert.equal(printed.join(''), '\uFFFD!');
  });
});
