// A program's `path` answers as Node's does, for paths of both kinds.
import assert from 'node:assert/strict';
import real from 'node:path';
import { describe, it } from 'node:test';
import { path } from '../../components/runner/worker/javascript/node/path.js';

const PIECES = ['a', 'B', 'b.c', '.x', 'a.', '..', '.', '/', '/', '\\', '//', '\\\\', 'C:', 'c:', ' ', 'é.tar.gz'];
const ONE = ['normalize', 'basename', 'dirname', 'extname', 'parse', 'isAbsolute'] as const;

/** The same each time. */
function sample(seed: number): string {
  let text = '';
  for (let state = seed, left = seed % 7; left > 0; left--) {
    state = (state * 1103515245 + 12345) % 2147483648;
    text += PIECES[Math.floor(state / 65536) % PIECES.length];
  }
  return text;
}

const samples = Array.from({ length: 4_000 }, (_, seed) => sample(seed));
/** Each Node guards in its own way against drives in the middle of a path, takes `/..` for a name with an extension, and knows devices such as `\\\\.\\COM1`. */
const ODD = /.[a-zA-Z]:|\.\.[\\/]*$|^[\\/]{2}\./;
const plain = samples.filter((path) => !path.includes(':'));

describe('A program’s path', () => {
  for (const kind of ['posix', 'win32'] as const) {
    it(`answers as Node does: ${kind}`, () => {
      const [ours, theirs] = [path[kind], real[kind]];
      for (const [at, one] of samples.filter((path) => !ODD.test(path)).entries()) {
        for (const method of ONE)
          assert.deepEqual(ours[method](one), theirs[method](one), `${method} of ${JSON.stringify(one)}`);
        const other = plain[(at * 7) % plain.length] ?? '';
        const both = `${JSON.stringify(one)} and ${JSON.stringify(other)}`;
        assert.equal(ours.join(one, other), theirs.join(one, other), `join of ${both}`);
        // At such an end Node has its moods.
        if (/[^\\/]$/.test(one))
          assert.equal(ours.basename(one, other), theirs.basename(one, other), `basename of ${both}`);
        assert.equal(ours.format(theirs.parse(one)), theirs.format(theirs.parse(one)), `format of ${one}`);
        const [from, to] = ['/x/', kind === 'win32' ? 'C:\\y\\' : '/x/y/'];
        assert.equal(ours.resolve(from, one, other), theirs.resolve(from, one, other), `resolve of ${both}`);
        const between = (paths: typeof theirs) => paths.relative(paths.join(to, one), paths.join(to, other));
        assert.equal(between(ours as typeof theirs), between(theirs), `relative of ${both}`);
      }
    });
  }

  it('refuses what is no text as Node does', () => {
    const WRONG: [method: keyof typeof real, values: unknown[]][] = [
      ['join', ['/a', undefined]],
      ['join', [5]],
      ['resolve', ['/a', null]],
      ['normalize', [undefined]],
      ['isAbsolute', [undefined]],
      ['basename', [undefined]],
      ['basename', ['a', 5]],
      ['dirname', [5]],
      ['extname', [{}]],
      ['relative', ['a', 5]],
      ['relative', [5, 'a']],
      ['parse', [[]]],
      ['format', [null]],
      ['format', ['a']],
    ];
    const told = (paths: object, method: string, values: unknown[]) => {
      try {
        return Reflect.apply(Reflect.get(paths, method), paths, values) as unknown;
      } catch (error) {
        const { name, message, code } = error as Error & { code?: string };
        return { name, message, code };
      }
    };
    for (const kind of ['posix', 'win32'] as const)
      for (const [method, values] of WRONG) {
        const [ours, theirs] = [told(path[kind], method, values), told(real[kind], method, values)];
        assert.deepEqual(ours, theirs, `${kind}.${method}`);
      }
    assert.equal(path.resolve(null as never, '/a'), real.resolve(null as never, '/a'));
  });

  it('has both kinds in each', () => {
    assert.equal(path.posix, path);
    assert.equal(path.win32.win32, path.win32);
    assert.equal(path.win32.posix, path);
    assert.deepEqual([path.win32.sep, path.win32.delimiter, path.sep, path.delimiter], ['\\', ';', '/', ':']);
  });
});
