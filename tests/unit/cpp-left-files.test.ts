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
  const posted: WorkerMessage[] = [];
  giveFiles(disk, new Map(), new CappedOutput((message) => posted.push(message), PAGE_LIMITS.runOutputBytes));
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
