/** Storing and loading a document: text, log, name, and replicas' sequences. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { ChangeSet, type ChangeSpec, Text } from '@codemirror/state';
import { type DocumentMetadata, DocumentStore, type LoadedDocument } from '../../party/document/document-store.js';
import type { Clock } from '../../party/engine/platform.js';
import { readLogSegment } from '../../party/shared/wire/log-segment.js';
import { MemoryStorage } from '../room/world.js';

/** So small that a log is soon cut: a value of 64 bytes, a whole text after 128. */
const HISTORY = 64 * 1024;
const TIME = Date.UTC(2026, 0, 1);
const clock: Clock = { now: () => TIME, after: () => () => {}, pause: async () => {}, wakeAt: () => {} };

let storage: MemoryStorage;
let store: DocumentStore;
let text: Text;
let version: number;
let metadata: DocumentMetadata;

/** The next life of the room finds what was stored. */
async function load(history = HISTORY): Promise<LoadedDocument> {
  store = new DocumentStore(1, storage, history);
  const loaded = await store.load(await store.read(), clock);
  text = Text.of(loaded.texts.join('').split('\n'));
  for (const { change } of loaded.entries) text = change.apply(text);
  version = loaded.version + loaded.entries.length;
  store.resume(version, text.length, TIME);
  return loaded;
}

function edit(spec: ChangeSpec): void {
  const change = ChangeSet.of(spec, text.length);
  text = change.apply(text);
  version++;
  store.append({ version, author: 1, sequence: version, time: TIME, change });
}

/** One batch for the disk; returns the keys that were put. */
async function save(): Promise<string[]> {
  const batch = new Map<string, unknown>();
  store.collect(
    text,
    version,
    text.length,
    () => metadata,
    TIME,
    (key, value) => batch.set(key, value),
  );
  await storage.write(batch);
  return [...batch.keys()];
}

async function keys(prefix: string): Promise<string[]> {
  return [...(await storage.read(prefix)).keys()];
}

beforeEach(async () => {
  storage = new MemoryStorage();
  metadata = { name: 'main.py', language: 'python', seen: [[1, 2, 3]] };
  await load();
});

describe('a document that was never stored', () => {
  it('is empty and unnamed', async () => {
    const { texts, entries, version: at, name, language, seen } = await load();
    assert.deepEqual([texts, entries, at, name, language, seen], [[], [], 0, '', '', []]);
  });

  it('has no stored value before the first batch, and then only its log', async () => {
    edit({ from: 0, insert: 'a' });
    assert.deepEqual(await keys('d/'), []);
    assert.deepEqual(await save(), ['d/1/l/000000000000']);
    assert.deepEqual(await save(), [], 'nothing new, nothing to put');
  });
});

describe('a document', () => {
  it('is restored, edit by edit', async () => {
    for (const insert of ['a', 'é', '😀\n']) edit({ from: text.length, insert });
    edit({ from: 0, to: 1 });
    await save();
    const before = text;
    const { entries } = await load();
    assert.deepEqual([text.eq(before), text.toString(), version], [true, 'é😀\n', 4]);
    assert.deepEqual(
      entries.map(({ author, sequence, time }) => [author, sequence, time]),
      [1, 2, 3, 4].map((n) => [1, n, TIME]),
    );
  });

  it('rewrites its last value until that is full, across restarts too', async () => {
    const all = new Set<string>();
    for (let n = 0; n < 12; n++) {
      edit({ from: 0, insert: 'x' });
      for (const key of await save()) all.add(key);
      await load();
    }
    const log = await keys('d/1/l');
    assert.ok(log.length > 1 && log.length < 4, `${log.length} values`);
    assert.deepEqual([text.length, version], [12, 12]);
  });

  it('gets a keyframe after a while, and is loaded from it', async () => {
    while (!(await keys('d/1/t')).length) {
      edit({ from: 0, insert: 'some words\n' });
      await save();
      assert.ok(version < 100);
    }
    const before = version;
    edit({ from: 0, insert: 'more' });
    await save();
    const { texts, entries, version: at, ...rest } = await load();
    assert.deepEqual([at, entries.length, texts.join('').length, rest], [before, 1, before * 11, metadata]);
  });

  it('has one keyframe, however often it was written', async () => {
    for (let n = 0; n < 200; n++) {
      edit({ from: 0, insert: 'some words\n' });
      await save();
    }
    const whole = await keys('d/1/t');
    assert.equal(whole.length, 1);
    await load();
    assert.deepEqual([text.length, version], [2_200, 200]);
  });

  it('splits its keyframe into values of the size an engine accepts', async () => {
    edit({ from: 0, insert: '漢'.repeat(130_000) });
    await save();
    edit({ from: 0, insert: 'x' });
    await save();
    assert.equal((await keys('d/1/t')).length, 4);
    const before = text;
    await load();
    assert.ok(text.eq(before));
  });

  it('stores its name and language before any text is written', async () => {
    const batch = new Map<string, unknown>();
    store.keepMetadata(metadata, (key, value) => batch.set(key, value));
    await storage.write(batch);
    const { name, language, seen, texts } = await load();
    assert.deepEqual([name, language, seen, texts], ['main.py', 'python', [[1, 2, 3]], []]);
  });
});

describe('a damaged document', () => {
  const damage = async (key: string) => storage.write(new Map([[key, undefined]]));
  const large = async () => {
    edit({ from: 0, insert: 'x'.repeat(100_000) });
    await save();
    edit({ from: 0, insert: 'y' });
    await save();
  };

  it('is not loaded when a part of its text is missing', async () => {
    await large();
    await damage((await keys('d/1/t'))[1] as string);
    await assert.rejects(load(), /Document 1 is damaged: 2 of 3 parts/);
  });

  it('is not loaded when a part of its log is missing', async () => {
    for (let n = 0; n < 8; n++) edit({ from: 0, insert: 'x' });
    await save();
    assert.deepEqual(await keys('d/1/t'), [], 'there is only the log');
    const log = await keys('d/1/l');
    assert.ok(log.length > 1);
    await damage(log[0] as string);
    await assert.rejects(load(), /Document 1 is damaged: version 1 is missing/);
  });
});

describe('the history of a document', () => {
  it('can be read from any version that is kept', async () => {
    for (let n = 0; n < 30; n++) edit({ from: 0, insert: 'x' });
    await save();
    const versions = async (after: number) => (await store.entriesAfter(after)).map((entry) => entry.version);
    assert.deepEqual(await versions(27), [28, 29, 30]);
    assert.equal((await versions(0)).length, 30);
    assert.deepEqual(await versions(30), []);
    assert.ok(store.logBytesSince(25) < store.logBytesSince(0));
  });

  it('cannot be read from a compacted version, and stays within its size limit', async () => {
    await load(2_000);
    for (let n = 0; n < 400; n++) {
      edit({ from: 0, to: Math.min(text.length, 1), insert: 'xy' });
      await save();
    }
    assert.deepEqual(await store.entriesAfter(1), []);
    assert.equal((await store.entriesAfter(399)).length, 1);
    const stored = [...(await storage.read('d/1/l')), ...(await storage.read('d/1/k'))];
    const bytes = stored.reduce((sum, [, value]) => sum + (value as Uint8Array).length, 0);
    assert.equal(store.historyBytes, bytes, 'what is counted is what is stored');
    assert.ok(bytes < 4_000, `${bytes} bytes`);
    let told = Text.empty;
    for (const segment of await store.segments()) {
      for (const entry of readLogSegment(segment).entries) {
        if (entry.change.length === 0) told = Text.empty;
        told = entry.change.apply(told);
      }
    }
    assert.ok(told.eq(text), 'what is left of it leads to the text');
  });
});
