/** The history of a file is limited: older parts are compacted, and the text can still be read. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { Text } from '@codemirror/state';
import { Reader } from '../../party/shared/wire/codec.js';
import { readLogSegment } from '../../party/shared/wire/log-segment.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;

describe('the history of a file', () => {
  /** Bytes stored under keys that begin so. */
  const stored = async (prefix: string) => {
    let bytes = 0;
    for (const value of (await w.storage.read(prefix)).values()) bytes += (value as Uint8Array).length;
    return bytes;
  };

  it('is compacted to whole texts beyond its limit, still leads to the current text, and blocks no edit', async () => {
    const historyBytes = 64 * 1024;
    w = await World.of(2, {}, { historyBytes });
    for (let n = 0; n < 8_000; n++) {
      const length = w.text(0).length;
      const remove = length > 4_000 ? 40 : 0;
      w.type(0, `${n % 90 ? '' : '\n'}é${n % 10}`, (n * 7) % (length + 1 - remove), remove);
      w.up(0);
      w.down(0);
      if (n % 200 === 0) {
        await w.settle();
        if (n % 2_000 === 0) w.crash();
        await w.settle();
        const kept = (await stored('d/1/l')) + (await stored('d/1/k'));
        assert.ok(kept <= historyBytes * 1.2, `${kept} bytes kept after ${n} edits`);
      }
    }
    await w.settle();
    w.agree();
    assert.deepEqual(w.refusals, []);
    const document = (await w.existing()).documents.get(1);
    let [text, version, texts] = [Text.empty, 0, 0];
    for (const segment of (await document?.segments()) ?? []) {
      const [base, length] = [readLogSegment(segment).entries[0]?.version ?? 0, new Reader(segment)];
      length.uint();
      if (base !== version + 1) text = Text.empty;
      assert.equal(text.length, length.uint());
      if (text.length === 0) texts++;
      for (const entry of readLogSegment(segment).entries) {
        text = entry.change.apply(text);
        version = entry.version;
      }
    }
    assert.deepEqual([text.toString(), version], [w.text(0), document?.version]);
    assert.ok(texts > 2, 'several glimpses of what has been compacted');
  });

  it('is not read completely for a late joiner', async () => {
    w = await World.of(2, {}, { historyBytes: 512 * 1024 });
    const many = async (edits: number) => {
      for (let n = 0; n < edits; n++) {
        w.type(0, n % 60 ? 'x' : '\n', 0);
        w.up(0);
        w.down(0);
        if (n % 300 === 0) await w.settle();
      }
      await w.settle();
    };
    await many(9_000);
    w.cut(1, true);
    w.type(1, '[mine]');
    await many(9_000);
    const all = await stored('d/1/l');
    const read = w.storage.read.bind(w.storage);
    let bytes = 0;
    w.storage.read = async (...from) => {
      const found = await read(...from);
      if (from[0].startsWith('d/1/l')) for (const value of found.values()) bytes += (value as Uint8Array).length;
      return found;
    };
    await w.back(1);
    await w.settle();
    w.agree();
    assert.match(w.text(0), /\[mine\]/);
    assert.ok(bytes > all / 3 && bytes < all * 0.6, `${bytes} of ${all} bytes were read`);
  });
});
