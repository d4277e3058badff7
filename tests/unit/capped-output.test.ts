// Output is capped to the byte, keeps its beginning and end, and splits no character.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WorkerMessage } from '../../components/runner/messages.js';
import { CappedOutput } from '../../components/runner/worker/capped-output.js';
import type { OutputKind } from '../../party/shared/output.js';
import { utf8Length } from '../../party/shared/plain-text.js';

const LIMIT = 1000;

function print(texts: string[]) {
  const messages: WorkerMessage[] = [];
  const output = new CappedOutput((message) => messages.push(message), LIMIT);
  for (const text of texts) output.write('stdout', text);
  output.finish();
  const streamed = messages.flatMap((message) => (message.type === 'output' ? [message.chunk] : []));
  const tail = messages.findLast((message) => message.type === 'tail');
  const text = (kind: string) => streamed.flatMap((chunk) => (chunk.kind === kind ? [chunk.text] : [])).join('');
  return {
    head: text('stdout'),
    notes: text('note'),
    omitted: tail?.omitted ?? 0,
    end: tail?.chunks.map((chunk) => chunk.text).join('') ?? '',
  };
}

describe('capped output', () => {
  it('is streamed', () => {
    assert.deepEqual(print(['a', 'b\n']), { head: 'ab\n', notes: '', omitted: 0, end: '' });
  });

  it('is complete up to the limit', () => {
    const texts = Array.from({ length: 100 }, (_, index) => `${index}`.padStart(9, ' ').concat('\n'));
    const { head, end, omitted } = print(texts);
    assert.equal(head + end, texts.join(''));
    assert.equal(omitted, 0);
  });

  it('keeps the beginning and the end of longer output, whatever the size of the pieces', () => {
    const all = Array.from({ length: 5000 }, (_, index) => `line ${index}\n`).join('');
    for (const size of [1, 7, 100, 5000, all.length]) {
      const pieces = all.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
      const { head, end, omitted, notes } = print(pieces);
      assert.ok(all.startsWith(head) && all.endsWith(end) && end.length > 200, `pieces of ${size}`);
      assert.ok(head.length + end.length <= LIMIT);
      assert.equal(head.length + omitted + end.length, all.length);
      assert.match(notes, /only its end is kept/);
    }
  });

  it('counts bytes and splits no character', () => {
    const { head, end, omitted } = print(['🎉é日'.repeat(1000)]);
    assert.ok((head + end).isWellFormed());
    assert.ok(utf8Length(head) <= 750 && utf8Length(head) > 740);
    assert.equal(utf8Length(head) + omitted + utf8Length(end), 9000);
    assert.equal(utf8Length('a\ud800'), new TextEncoder().encode('a\ud800').length);
  });
});

describe('Images, tables and files', () => {
  const write = (pieces: [OutputKind, string][]) => {
    const messages: WorkerMessage[] = [];
    const output = new CappedOutput((message) => messages.push(message), 100_000);
    for (const [kind, text] of pieces) output.write(kind, text);
    output.finish();
    const streamed = messages.flatMap((message) => (message.type === 'output' ? [message.chunk] : []));
    const tail = messages.findLast((message) => message.type === 'tail');
    return [...streamed, ...(tail?.chunks ?? [])];
  };

  it('are never split or joined', () => {
    const image = `data:image/png;base64,${'A'.repeat(30_000)}`;
    assert.deepEqual(
      write([
        ['image', image],
        ['image', image],
        ['stdout', 'x'],
      ]),
      [
        { kind: 'image', text: image },
        { kind: 'image', text: image },
        { kind: 'stdout', text: 'x' },
      ],
    );
    const table = write([['table', 'a\tb\n'.repeat(20_000)]]);
    assert.deepEqual(
      table.map(({ kind }) => kind),
      ['note'],
    );
  });

  it('are limited like text', () => {
    const flood = Array.from({ length: 4_000 }, (_, index): [OutputKind, string][] => [
      ['note', 'A sentence of some length that is said again and again.'],
      ['image', 'x'.repeat(index % 100 === 0 ? 60_000 : 600)],
    ]);
    const size = write(flood.flat()).reduce((bytes, { text }) => bytes + utf8Length(text), 0);
    assert.ok(size < 101_000, `${size} bytes`);
  });
});
