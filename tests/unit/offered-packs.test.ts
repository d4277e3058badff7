/** The list of a folder of language packs: a server that has too much to do has it still, and is asked again. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, it } from 'node:test';
import { learnPacks } from '../../components/runner/languages/packs.js';
import { languageDefinition } from '../../components/runner/languages/registry.js';
import { MemoryCache } from '../fixtures/memory-cache.js';

const { fetch } = globalThis;
const cache = new MemoryCache();
let asked = 0;

beforeEach(() => {
  asked = 0;
  Object.defineProperty(globalThis, 'caches', { value: { open: async () => cache }, configurable: true });
});
afterEach(() => {
  globalThis.fetch = fetch;
  cache.entries.clear();
  Reflect.deleteProperty(globalThis, 'caches');
});

const answering = (answer: () => Response) => {
  globalThis.fetch = async () => {
    asked += 1;
    return answer();
  };
};
const offering = (id: string) => {
  const pack = { id, version: '1', worker: 'w.js', files: [], compiled: [] };
  return Response.json({ format: 1, packs: [{ ...pack, languages: [{ id, label: id, extension: id }] }] });
};

it('is asked for again by the next room where the server had too much to do', async () => {
  for (const status of [429, 500, 503]) {
    const folder = new URL(`https://busy.example/${status}/`);
    const id = `busy${status}`;
    answering(() => new Response('Later', { status }));
    await learnPacks(folder);
    assert.equal(languageDefinition(id), undefined);
    answering(() => offering(id));
    await learnPacks(folder);
    assert.equal(languageDefinition(id)?.label, id);
  }
});

it('is what it was the last time while the server has too much to do', async () => {
  cache.entries.set('https://kept.example/packs.json', offering('kept'));
  answering(() => new Response('Later', { status: 503 }));
  await learnPacks(new URL('https://kept.example/'));
  assert.equal(languageDefinition('kept')?.label, 'kept');
  // The next room hears of what has come since.
  answering(() => offering('since'));
  await learnPacks(new URL('https://kept.example/'));
  assert.equal(languageDefinition('since')?.label, 'since');
});

it('is asked for once where there is none', async () => {
  const folder = new URL('https://none.example/');
  answering(() => new Response('Not found', { status: 404 }));
  await learnPacks(folder);
  await learnPacks(folder);
  assert.equal(asked, 1);
});
