// Streams of files for programs in JavaScript: they open, fail and close as Node's do.
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { loop, openProgramFiles } from '../fixtures/node-files.js';

interface Stream {
  fd: number | null;
  bytesRead: number;
  bytesWritten: number;
  on(name: string, call: (value?: unknown) => void): Stream;
  write(data: unknown, done?: (error?: unknown) => void): boolean;
  end(data?: unknown, done?: () => void): void;
  close(done?: (error?: unknown) => void): void;
}

function world(stdin = '') {
  const { fs, promises } = openProgramFiles(stdin);
  const told: unknown[] = [];
  const heard = (stream: unknown, ...names: string[]) => {
    for (const name of names)
      (stream as Stream).on(name, (value) => {
        const what = value instanceof Error ? [value.message] : value instanceof Uint8Array ? [String(value)] : [];
        told.push([name, ...what, ...(typeof value === 'string' ? [value] : [])].join(' '));
      });
    return stream as Stream;
  };
  const closed = (stream: Stream) => new Promise<void>((resolve) => void stream.on('close', () => resolve()));
  return { fs, promises, told, heard, closed };
}

describe('A stream of a file', () => {
  it('that cannot be opened is an error event, heard or read', async () => {
    const { fs, told, heard, closed } = world();
    const writer = heard(fs.createWriteStream('/no/dir/x'), 'open', 'error', 'close');
    writer.write('x', (error) => told.push(`written ${String((error as { code?: string }).code)}`));
    await closed(writer);
    await closed(heard(fs.createReadStream('none'), 'open', 'error', 'close'));
    assert.deepEqual(told, [
      'written ENOENT',
      "error ENOENT: no such file or directory, open '/no/dir/x'",
      'close',
      "error ENOENT: no such file or directory, open 'none'",
      'close',
    ]);
  });

  it('is opened later, written and closed', async () => {
    const { fs, told, heard } = world();
    const writer = heard(fs.createWriteStream('a.txt'), 'open', 'ready', 'finish', 'close');
    assert.deepEqual([writer.fd, fs.existsSync('a.txt')], [null, false]);
    writer.write('abc', () => told.push('written'));
    await new Promise<void>((resolve) => writer.close(() => resolve()));
    assert.deepEqual(told, ['open', 'ready', 'written', 'finish', 'close']);
    assert.deepEqual([writer.bytesWritten, writer.fd, fs.readFileSync('a.txt', 'utf8')], [3, null, 'abc']);
    await new Promise<void>((resolve) => writer.close(() => resolve()));
  });

  it('is written on at its end, or from a place on', async () => {
    const { fs, closed, heard } = world();
    fs.writeFileSync('a.txt', 'abcdef');
    const more = heard(fs.createWriteStream('a.txt', { flags: 'a' }));
    more.end('ghi');
    await closed(more);
    const over = heard(fs.createWriteStream('a.txt', { flags: 'r+', start: 1 }));
    over.end('ZZ');
    await closed(over);
    assert.equal(fs.readFileSync('a.txt', 'utf8'), 'aZZdefghi');
  });

  it('is written at once with all that waits, in few turns', async () => {
    const { fs, told, heard, closed } = world();
    const turns = mock.method(loop, 'read');
    const writer = heard(fs.createWriteStream('a.txt', { start: 1 }));
    for (let line = 0; line < 1000; line++)
      writer.write(line === 1 ? new TextEncoder().encode('é') : 'x', () => told.push(line));
    writer.end('end');
    await closed(writer);
    assert.equal(fs.readFileSync('a.txt', 'utf8'), `\0xé${'x'.repeat(998)}end`);
    assert.deepEqual([writer.bytesWritten, told.length, told.at(-1)], [1004, 1000, 999]);
    assert.ok(turns.mock.callCount() < 10, `${turns.mock.callCount()} turns`);
    turns.mock.restore();
  });

  it('is read in pieces, a part of it, or given up', async () => {
    const { fs, told, heard, closed } = world();
    fs.writeFileSync('a.txt', 'abcdef');
    const names = ['open', 'ready', 'data', 'end', 'close'];
    const reader = heard(fs.createReadStream('a.txt', { encoding: 'utf8', highWaterMark: 4 }), ...names);
    await closed(reader);
    assert.deepEqual(told.splice(0), ['open', 'ready', 'data abcd', 'data ef', 'end', 'close']);
    assert.deepEqual([reader.bytesRead, reader.fd], [6, null]);
    const part = heard(fs.createReadStream('a.txt', { start: 1, end: 3 }), 'data');
    await closed(part);
    assert.deepEqual(told.splice(0), ['data bcd']);
    const left = heard(fs.createReadStream('a.txt'), 'data', 'end', 'close');
    await new Promise<void>((resolve) => left.close(() => resolve()));
    assert.deepEqual(told, ['close']);
  });

  it('may be the input, or an open file, which is closed with it', async () => {
    const { fs, promises, told, heard, closed } = world('one\ntwo');
    await closed(heard(fs.createReadStream('/dev/stdin', 'utf8'), 'data'));
    assert.deepEqual(told.splice(0), ['data one\ntwo']);
    fs.writeFileSync('a.txt', 'abc');
    const file = await promises.open('a.txt');
    await closed(heard(file.createReadStream(), 'data'));
    assert.deepEqual([told, file.fd], [['data abc'], -1]);
  });
});
