// The files that a C++ program leaves: each is named, and those that fit into a run's output come with what they hold.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { WorkerMessage } from '../../components/runner/messages.js';
import { giveFiles } from '../../components/runner/packs/cpp/left-files.js';
import { Disk } from '../../components/runner/packs/cpp/wasi/disk.js';
import { CappedOutput } from '../../components/runner/worker/capped-output.js';
import { PAGE_LIMITS } from '../../party/shared/page-limits.js';

function given(files: Record<string, number>) {
  const disk = new Disk();
  for (const [path, size] of Object.entries(files)) disk.add(path, new Uint8Array(size).fill(97));
  return left(disk);
}

function left(disk: Disk, before: Record<string, string> = {}) {
  const posted: WorkerMessage[] = [];
  giveFiles(
    disk,
    new Map(Object.entries(before)),
    new CappedOutput((message) => posted.push(message), PAGE_LIMITS.runOutputBytes),
  );
  return posted.flatMap((message) => (message.type === 'output' ? [message.chunk] : []));
}

it('names a file that is too large to be shown, as it does the others', () => {
  for (const size of [30_000, 36_000, 40_000, 200_000, 300_000]) {
    const pieces = given({ 'large.txt': size, 'small.txt': 1 });
    assert.deepEqual(
      pieces.map(({ kind, text }) => [kind, ...text.split('\t').slice(0, 3)]),
      [
        ['file', 'large.txt', 'text/plain', String(size)],
        ['file', 'small.txt', 'text/plain', '1'],
      ],
    );
    assert.equal(pieces[1]?.text.split('\t')[3], btoa('a'));
  }
});

it('names the first of many, and says that there are more', () => {
  const pieces = given(
    Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${String.fromCharCode(97 + at)}.csv`, 10])),
  );
  assert.deepEqual(
    pieces.map(({ kind }) => kind),
    [...Array<string>(10).fill('file'), 'note'],
  );
  assert.match(pieces.at(-1)?.text ?? '', /more files than the 10/);
});

it('names no file of the room that the program has left as it was, whatever characters it begins with', () => {
  const room = {
    'bom.csv': '\ufeffname,age\n',
    'half.txt': 'a\ud800b',
    'same.txt': 'same',
    'more.txt': 'more',
    'x.txt': 'x',
  };
  const disk = new Disk();
  for (const [path, text] of Object.entries(room)) disk.add(path, new TextEncoder().encode(text));
  disk.files.get('more.txt')?.write(4, new TextEncoder().encode('!'));
  disk.files.get('x.txt')?.write(0, new TextEncoder().encode('y'));
  const pieces = left(disk, room);
  assert.deepEqual(
    pieces.map(({ text }) => text),
    [`more.txt\ttext/plain\t5\t${btoa('more!')}`, `x.txt\ttext/plain\t1\t${btoa('y')}`],
  );
});

it('names a file that is larger than any text can be', () => {
  const disk = new Disk();
  disk.add('huge.bin', new Uint8Array(600_000_000));
  disk.add('grown.txt', new Uint8Array(600_000_000));
  assert.deepEqual(
    left(disk, { 'grown.txt': 'small' }).map(({ text }) => text),
    ['grown.txt\ttext/plain\t600000000\t', 'huge.bin\tapplication/octet-stream\t600000000\t'],
  );
});
