// What Node's `fs` refuses, and in which words, for programs in JavaScript: as Node on Linux does.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openProgramFiles } from '../fixtures/node-files.js';

type Call = (...values: unknown[]) => unknown;
type Files = Record<string, Call>;
const PATH = 'of type string or an instance of Buffer or URL';
const DATA = 'of type string or an instance of Buffer, TypedArray, or DataView';

/** Files `f` and `g`, an empty folder, and one with something in it. */
function world() {
  const made = openProgramFiles();
  const fs = made.fs as unknown as Files;
  for (const name of ['f', 'g']) fs.writeFileSync?.(name, name);
  fs.mkdirSync?.('dir/sub/deep', { recursive: true });
  fs.writeFileSync?.('dir/x.txt', 'x');
  fs.mkdirSync?.('empty');
  return { ...made, fs };
}

describe('What fs does not take', () => {
  const WRONG: [call: string, values: unknown[], name: string, wanted: string, received: string][] = [
    ['readFile', [undefined], 'path', PATH, 'undefined'],
    ['readFile', [{}], 'path', PATH, 'an instance of Object'],
    ['readFile', [1.5], 'path', PATH, 'type number (1.5)'],
    ['writeFile', ['a.json', { a: 1 }], 'data', DATA, 'an instance of Object'],
    ['writeFile', ['a.json', [1]], 'data', DATA, 'an instance of Array'],
    ['writeFile', ['a.json', 5], 'data', DATA, 'type number (5)'],
    ['writeFile', ['a.json', null], 'data', DATA, 'null'],
    ['writeFile', ['a.json', new ArrayBuffer(1)], 'data', DATA, 'an instance of ArrayBuffer'],
    ['writeFile', [undefined, 'x'], 'path', PATH, 'undefined'],
    ['appendFile', ['a.json', 5], 'data', DATA, 'type number (5)'],
    ['stat', [5], 'path', PATH, 'type number (5)'],
    ['readdir', [undefined], 'path', PATH, 'undefined'],
    ['mkdir', [undefined], 'path', PATH, 'undefined'],
    ['mkdtemp', [undefined], 'prefix', PATH, 'undefined'],
    ['unlink', [null], 'path', PATH, 'null'],
    ['rename', ['f', undefined], 'newPath', PATH, 'undefined'],
    ['rename', [undefined, 'f'], 'oldPath', PATH, 'undefined'],
    ['copyFile', [undefined, 'f'], 'src', PATH, 'undefined'],
    ['copyFile', ['f', 5], 'dest', PATH, 'type number (5)'],
    ['open', [undefined], 'path', PATH, 'undefined'],
    ['close', ['x'], 'fd', 'of type number', "type string ('x')"],
    ['fstat', [undefined], 'fd', 'of type number', 'undefined'],
    ['write', [1, {}], 'buffer', DATA, 'an instance of Object'],
    ['read', [0, 'x'], 'buffer', 'an instance of Buffer, TypedArray, or DataView', "type string ('x')"],
  ];

  for (const [call, values, name, wanted, received] of WRONG) {
    it(`is told by ${call} of ${received} as ${name}`, async () => {
      const { fs } = world();
      const error = {
        name: 'TypeError',
        code: 'ERR_INVALID_ARG_TYPE',
        message: `The "${name}" argument must be ${wanted}. Received ${received}`,
      };
      assert.throws(() => fs[`${call}Sync`]?.(...values), error);
      if (name === 'buffer') return;
      // With a callback it is thrown, too.
      assert.throws(() => fs[call]?.(...values, () => assert.fail()), error);
      if (/^(?:close|fstat)$/.test(call)) return;
      const promises = fs.promises as unknown as Files;
      if (call !== 'open') await assert.rejects(promises[call]?.(...values) as Promise<unknown>, error);
    });
  }

  it('is told of a missing callback, which nothing else stands for', () => {
    const { fs } = world();
    for (const [call, ...values] of [
      ['readFile', 'f'],
      ['writeFile', 'f', 'data'],
      ['rename', 'f', 'h'],
      ['stat', 'f'],
      ['fsync', 1],
      ['write', 1, 'text'],
    ] as [string, ...unknown[]][])
      assert.throws(() => fs[call]?.(...values), {
        code: 'ERR_INVALID_ARG_TYPE',
        message: 'The "cb" argument must be of type function. Received undefined',
      });
  });

  it('is a callback that is none, and the path of a stream', () => {
    const { fs } = world();
    assert.throws(() => fs.readFile?.('f', 5), {
      code: 'ERR_INVALID_ARG_TYPE',
      message: 'The "cb" argument must be of type function. Received type number (5)',
    });
    for (const make of ['createReadStream', 'createWriteStream'])
      assert.throws(() => fs[make]?.({}), { code: 'ERR_INVALID_ARG_TYPE' });
    for (const path of [undefined, {}, '']) assert.equal(fs.existsSync?.(path), false);
  });
});

describe('What fs cannot do', () => {
  const FAILING: [call: string, values: unknown[], message: string][] = [
    ['copyFile', ['f', 'g', 1], "EEXIST: file already exists, copyfile 'f' -> 'g'"],
    ['copyFile', ['none', 'g'], "ENOENT: no such file or directory, copyfile 'none' -> 'g'"],
    ['copyFile', ['f', 'no/g'], "ENOENT: no such file or directory, copyfile 'f' -> 'no/g'"],
    ['copyFile', ['dir', 'h'], "EISDIR: illegal operation on a directory, copyfile 'dir' -> 'h'"],
    ['copyFile', ['f', 'dir'], "EISDIR: illegal operation on a directory, copyfile 'f' -> 'dir'"],
    ['rename', ['dir', 'dir/sub/x'], "EINVAL: invalid argument, rename 'dir' -> 'dir/sub/x'"],
    ['rename', ['f', 'dir'], "EISDIR: illegal operation on a directory, rename 'f' -> 'dir'"],
    ['rename', ['dir', 'f'], "ENOTDIR: not a directory, rename 'dir' -> 'f'"],
    ['rename', ['empty', 'dir'], "ENOTEMPTY: directory not empty, rename 'empty' -> 'dir'"],
    ['rename', ['dir/sub', 'dir'], "ENOTEMPTY: directory not empty, rename 'dir/sub' -> 'dir'"],
    ['rename', ['none', 'x'], "ENOENT: no such file or directory, rename 'none' -> 'x'"],
    ['rename', ['f', 'no/x'], "ENOENT: no such file or directory, rename 'f' -> 'no/x'"],
    ['rename', ['f', 'g/x'], "ENOTDIR: not a directory, rename 'f' -> 'g/x'"],
    ['rmdir', ['dir'], "ENOTEMPTY: directory not empty, rmdir 'dir'"],
    ['rmdir', ['f'], "ENOTDIR: not a directory, rmdir 'f'"],
    ['rmdir', ['f', { recursive: true }], "ENOTDIR: not a directory, rmdir 'f'"],
    ['rmdir', ['none', { recursive: true }], "ENOENT: no such file or directory, lstat 'none'"],
    ['rm', ['none'], "ENOENT: no such file or directory, lstat 'none'"],
    ['rm', ['dir'], 'Path is a directory: rm returned EISDIR (is a directory) dir'],
    ['mkdir', ['no/sub'], "ENOENT: no such file or directory, mkdir 'no/sub'"],
    ['mkdir', ['f', { recursive: true }], "EEXIST: file already exists, mkdir 'f'"],
    ['mkdir', ['f/x'], "ENOTDIR: not a directory, mkdir 'f/x'"],
    ['writeFile', ['f/x', ''], "ENOTDIR: not a directory, open 'f/x'"],
    ['readFile', ['f/x'], "ENOTDIR: not a directory, open 'f/x'"],
    ['readFile', [''], "ENOENT: no such file or directory, open ''"],
    ['stat', ['f/x'], "ENOTDIR: not a directory, stat 'f/x'"],
    ['truncate', ['dir'], "EISDIR: illegal operation on a directory, open 'dir'"],
    ['truncate', ['none'], "ENOENT: no such file or directory, open 'none'"],
    ['realpath', ['none'], "ENOENT: no such file or directory, lstat '/none'"],
  ];

  for (const [call, values, message] of FAILING) {
    it(`is told: ${message}`, () => {
      const { fs } = world();
      const [, path, dest] = /'([^']*)'(?: -> '([^']*)')?$/.exec(message) ?? [];
      assert.throws(() => fs[`${call}Sync`]?.(...values), {
        message,
        ...(path !== undefined && { path }),
        ...(dest !== undefined && { dest }),
      });
      // Nothing is lost.
      assert.deepEqual([fs.readFileSync?.('f', 'utf8'), fs.readFileSync?.('g', 'utf8')], ['f', 'g']);
      assert.equal(fs.readFileSync?.('dir/x.txt', 'utf8'), 'x');
    });
  }
});

describe('What fs does', () => {
  it('moves and copies to what may be there already', () => {
    const { fs } = world();
    fs.renameSync?.('dir', 'dir');
    fs.renameSync?.('dir', 'empty');
    assert.deepEqual([fs.existsSync?.('dir'), fs.readFileSync?.('empty/x.txt', 'utf8')], [false, 'x']);
    fs.copyFileSync?.('f', 'f');
    fs.copyFileSync?.('f', 'g');
    fs.copyFileSync?.('f', 'new', 1);
    assert.deepEqual(
      ['f', 'g', 'new'].map((name) => fs.readFileSync?.(name, 'utf8')),
      ['f', 'f', 'f'],
    );
    fs.renameSync?.('f', 'g');
    assert.equal(fs.existsSync?.('f'), false);
  });

  it('tells of new folders only where there may be several', () => {
    const { fs } = world();
    assert.equal(fs.mkdirSync?.('one'), undefined);
    assert.equal(fs.mkdirSync?.('one/two/three', { recursive: true }), 'one/two');
    assert.equal(fs.mkdirSync?.('one/two/three', { recursive: true }), undefined);
    fs.rmdirSync?.('one', { recursive: true });
    assert.equal(fs.existsSync?.('one'), false);
  });

  it('lists what is in folders below, each with its folder', () => {
    const { fs } = world();
    fs.writeFileSync?.('dir/sub/y.txt', '');
    assert.deepEqual(fs.readdirSync?.('dir', { recursive: true }), ['sub', 'x.txt', 'sub/deep', 'sub/y.txt']);
    assert.deepEqual(fs.readdirSync?.('./dir/', { recursive: true }), ['sub', 'x.txt', 'sub/deep', 'sub/y.txt']);
    const entries = fs.readdirSync?.('dir', { recursive: true, withFileTypes: true }) as {
      name: string;
      parentPath: string;
      path: string;
      isFile(): boolean;
      isDirectory(): boolean;
    }[];
    assert.deepEqual(
      entries.map((entry) => [entry.name, entry.parentPath, entry.path, entry.isFile(), entry.isDirectory()]),
      [
        ['sub', 'dir', 'dir', false, true],
        ['x.txt', 'dir', 'dir', true, false],
        ['deep', 'dir/sub', 'dir/sub', false, true],
        ['y.txt', 'dir/sub', 'dir/sub', true, false],
      ],
    );
    assert.equal(entries[0]?.constructor.name, 'Dirent');
  });

  it('makes nothing in a folder of the program that has gone, and never removes the first of all', () => {
    const { fs, process } = world();
    process.chdir('empty');
    fs.rmdirSync?.('/empty');
    for (const path of ['x', './a/b', '.', '../y'])
      assert.throws(() => fs.mkdirSync?.(path, { recursive: true }), { code: 'ENOENT', syscall: 'mkdir' });
    for (const name of ['f', 'g', 'dir', 'main.js']) fs.rmSync?.(`/${name}`, { recursive: true });
    assert.throws(() => fs.rmdirSync?.('/'), { code: 'EBUSY' });
    assert.equal(fs.mkdirSync?.('/empty/x', { recursive: true }), '/empty');
    process.chdir('/');
  });

  it('follows the program into another folder, and open files stay where they are', () => {
    const { fs, process } = world();
    const file = fs.openSync?.('f', 'r+');
    process.chdir('dir');
    assert.deepEqual([process.cwd(), fs.readdirSync?.('.')], ['/dir', ['sub', 'x.txt']]);
    fs.writeFileSync?.('here', 'here');
    fs.writeSync?.(file, 'F');
    process.chdir('..');
    assert.deepEqual([fs.readFileSync?.('dir/here', 'utf8'), fs.readFileSync?.('f', 'utf8')], ['here', 'F']);
    for (const [folder, message] of [
      ['none', "ENOENT: no such file or directory, chdir '/' -> 'none'"],
      ['f', "ENOTDIR: not a directory, chdir '/' -> 'f'"],
      [5, 'The "directory" argument must be of type string. Received type number (5)'],
    ] as const)
      assert.throws(() => process.chdir(folder), { message });
    assert.equal(process.cwd(), '/');
  });
});
