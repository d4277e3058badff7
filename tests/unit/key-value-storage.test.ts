/** Erasing a room's storage: the whole file goes, the tombstone is written again, and nothing of others is lost. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { KeyValueStorage, type ObjectStorage } from '../../party/engine/durable-object.js';
import { STORAGE_KEYS } from '../../party/storage/storage-keys.js';
import { discardRoom, readStored } from '../../party/storage/stored-room.js';

/** An engine's, as far as erasing needs it. */
class Engine implements ObjectStorage {
  values = new Map<string, unknown>();
  thrownAway = 0;
  /** The largest call. */
  most = 0;
  /** Happens before the next answer to a question for everything. */
  meanwhile: (() => Promise<void>) | null = null;

  async list({ prefix, start = '' }: { prefix: string; start?: string }): Promise<Map<string, unknown>> {
    const found = [...this.values].filter(([key]) => key.startsWith(prefix) && key >= start);
    const { meanwhile } = this;
    this.meanwhile = null;
    await meanwhile?.();
    return new Map(found);
  }

  async put(entries: Record<string, unknown>): Promise<void> {
    this.most = Math.max(this.most, Object.keys(entries).length);
    for (const [key, value] of Object.entries(entries)) this.values.set(key, value);
  }

  async delete(keys: string[]): Promise<number> {
    this.most = Math.max(this.most, keys.length);
    return keys.filter((key) => this.values.delete(key)).length;
  }

  async deleteAll(): Promise<void> {
    this.thrownAway++;
    this.values.clear();
  }

  async setAlarm(): Promise<void> {}
  async sync(): Promise<void> {}
}

let engine: Engine;
let storage: KeyValueStorage;
beforeEach(() => {
  engine = new Engine();
  storage = new KeyValueStorage(engine);
});

describe('erasing a room', () => {
  it('erases its whole file, and leaves a tombstone for each team that had a room of this name', async () => {
    for (const key of ['gone', 'team/gone', '__name']) engine.values.set(key, key);
    await storage.erase('gone');
    assert.equal(engine.thrownAway, 1);
    assert.deepEqual([...engine.values.keys()].sort(), ['__name', 'gone', 'team/gone']);
  });

  it('keeps another team’s room of this name', async () => {
    for (const key of ['gone', 'team/room', 'team/d/1/l/000000000000']) engine.values.set(key, key);
    await storage.erase('gone');
    assert.deepEqual([engine.thrownAway, engine.values.size], [0, 3]);
  });

  it('keeps values that are written meanwhile', async () => {
    engine.values.set('gone', 'gone');
    engine.meanwhile = () => storage.write(new Map([['team/gone', 'later']]));
    await storage.erase('gone');
    assert.equal(engine.thrownAway, 1);
    assert.deepEqual([...engine.values.keys()].sort(), ['gone', 'team/gone']);
    engine.meanwhile = () => storage.write(new Map([['team/room', 'new']]));
    await storage.erase('gone');
    assert.equal(engine.thrownAway, 1, 'a room was made, which lives on');
    assert.deepEqual([...engine.values.keys()].sort(), ['gone', 'team/gone', 'team/room']);
  });

  it('is left to the host where the engine cannot do it', async () => {
    const told: string[] = [];
    engine.values.set('gone', 'gone');
    const left = new KeyValueStorage(engine, async () => {
      told.push('erase');
      return false;
    });
    await left.erase('gone');
    assert.deepEqual([told, engine.thrownAway], [['erase'], 0]);
  });

  it('asks no engine to let go of the file in which the next room of this name is about to be made', async () => {
    const told: string[] = [];
    const { record, tombstone } = STORAGE_KEYS;
    const earlier = { at: 1 };
    for (const [key, value] of [
      [record, { filling: true }],
      ['d/1/m', 1],
      [tombstone, earlier],
    ] as const)
      engine.values.set(key, value);
    const left = new KeyValueStorage(engine, async () => {
      told.push('erase');
      return false;
    });
    assert.deepEqual(await readStored(left), { tombstone: earlier });
    assert.deepEqual([told, [...engine.values.keys()]], [[], [tombstone]]);
    engine.values.set('d/1/m', 1);
    await discardRoom(left);
    assert.deepEqual([told, [...engine.values.keys()]], [['erase'], [tombstone]]);
  });
});

it('no call has more keys than an engine accepts', async () => {
  const many = Array.from({ length: 300 }, (_, n) => `key-${n}`);
  await storage.write(new Map(many.map((key) => [key, 1])));
  assert.deepEqual([engine.values.size, engine.most], [300, 128]);
  engine.most = 0;
  await storage.write(new Map(many.map((key) => [key, undefined])));
  assert.deepEqual([engine.values.size, engine.most], [0, 128]);
});
