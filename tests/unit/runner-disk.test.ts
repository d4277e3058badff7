// The file system of a JavaScript program: errors like Linux, and written data is kept.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Disk } from '../../components/runner/worker/javascript/node/disk.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (data: Uint8Array) => new TextDecoder().decode(data);

describe('The disk of a program', () => {
  let disk: Disk;
  beforeEach(() => {
    disk = new Disk([{ name: 'main.js', text: 'the program' }]);
  });

  it('contains the program itself, and what it writes', () => {
    assert.equal(text(disk.read('main.js')), 'the program');
    disk.write('./a.txt', bytes('one'));
    assert.equal(text(disk.read('/tmp/../a.txt')), 'one');
    assert.deepEqual(disk.list('/'), ['a.txt', 'main.js']);
  });

  it('contains the room’s files in their folders, whatever their names', () => {
    const room = new Disk([
      { name: 'a/b/c.txt', text: 'c' },
      { name: 'tmp', text: 'no folder' },
    ]);
    assert.equal(text(room.read('a/b/c.txt')) + text(room.read('tmp')), 'cno folder');
    assert.deepEqual([room.list('.'), room.list('a')], [['a', 'tmp'], ['b']]);
    disk.write('/tmp/x', bytes(''));
    assert.deepEqual(disk.list('/'), ['main.js', 'tmp']);
  });

  it('creates nested folders, and returns the first new one', () => {
    assert.equal(disk.makeFolder('a/b/c', true), 'a');
    assert.equal(disk.makeFolder('a/b/c', true), undefined);
    assert.throws(() => disk.makeFolder('a', false), { code: 'EEXIST', syscall: 'mkdir', path: 'a' });
  });

  it('moves a folder with everything in it', () => {
    disk.makeFolder('a/b', true);
    disk.write('a/b/x', bytes('x'));
    disk.move('a', 'z');
    assert.equal(text(disk.read('z/b/x')), 'x');
    assert.equal(disk.has('a/b/x'), false);
  });

  for (const [says, act] of [
    ["ENOENT: no such file or directory, open 'none'", () => disk.read('none')],
    ["ENOENT: no such file or directory, open 'no/where'", () => disk.write('no/where', bytes(''))],
    ['EISDIR: illegal operation on a directory, read', () => disk.read('/tmp')],
    ["ENOTDIR: not a directory, scandir 'main.js'", () => disk.list('main.js')],
    ["ENOTEMPTY: directory not empty, rmdir '/'", () => disk.removeFolder('/')],
    ["EISDIR: illegal operation on a directory, unlink '/tmp'", () => disk.removeFile('/tmp')],
  ] as const) {
    it(`throws ${says}`, () => assert.throws(act, { message: says }));
  }
});
