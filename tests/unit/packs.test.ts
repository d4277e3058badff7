// Language packs as files: built in parts, each checked by its hash, kept for the next visit; what is wrong is a sentence.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { PackStore } from '../../components/runner/sandbox/pack-store.js';
import { MemoryCache } from '../fixtures/memory-cache.js';
import { buildSmallPacks } from '../small-packs.mjs';

const folder = 'https://host.example/packs/shout/';

describe('The files of a language pack', () => {
  const { fetch } = globalThis;
  const cache = new MemoryCache();
  let built = '';
  let version = '';
  let fetched: string[] = [];
  let online = true;
  /** What is served in place of a file. */
  const changed = new Map<string, (content: Buffer<ArrayBuffer>) => Response>();
  const readBuilt = (name: string) => Buffer.from(readFileSync(join(built, 'shout', name)));
  const pathOf = (name: string) => readdirSync(join(built, 'shout')).find((path) => path.startsWith(name)) ?? '';
  const read = async (name: string, store = new PackStore(), wanted = version) => {
    const progress: number[][] = [];
    const bytes = await store.read({ folder, version: wanted }, name, (...numbers) => progress.push(numbers));
    await store.keep();
    return { bytes: new Uint8Array(bytes), progress };
  };

  before(async () => {
    built = join(await buildSmallPacks());
    const { packs } = JSON.parse(readFileSync(join(built, 'packs.json'), 'utf8'));
    version = packs[0].version;
  });
  after(() => rmSync(built, { recursive: true, force: true }));
  beforeEach(() => {
    fetched = [];
    online = true;
    changed.clear();
    cache.entries.clear();
    Object.defineProperty(globalThis, 'caches', { value: { open: async () => cache }, configurable: true });
    globalThis.fetch = async (url) => {
      if (!online) throw new TypeError('Failed to fetch');
      const name = String(url).slice(folder.length);
      fetched.push(name);
      const change = changed.get(name);
      return change ? change(readBuilt(name)) : new Response(readBuilt(name));
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
    Reflect.deleteProperty(globalThis, 'caches');
  });

  it('come unpacked and with progress, and the next visit asks for none of them', async () => {
    const { bytes, progress } = await read('words.txt');
    assert.equal(bytes.length, 300_000);
    const travels = readBuilt(pathOf('words')).length;
    assert.deepEqual(progress.at(-1), [travels, travels]);
    assert.deepEqual(fetched, ['manifest.json', pathOf('words')]);
    online = false;
    const again = await read('words.txt');
    assert.deepEqual(again.bytes, bytes);
    assert.deepEqual(again.progress, [[travels, travels]]);
  });

  it('may be in several parts, which are put together again', async () => {
    const manifest = JSON.parse(readBuilt('manifest.json').toString());
    const file = manifest.files.find(({ name }: { name: string }) => name === 'words.txt');
    const whole = readBuilt(pathOf('words'));
    const parts = [whole.subarray(0, 100), whole.subarray(100, 300), whole.subarray(300)];
    const hash = async (part: Buffer<ArrayBuffer>) =>
      Buffer.from(await crypto.subtle.digest('SHA-256', part)).toString('hex');
    file.parts = await Promise.all(
      parts.map(async (part, at) => ({ path: `words-${at}.pack`, size: part.length, sha256: await hash(part) })),
    );
    globalThis.fetch = async (url) => {
      const name = String(url).slice(folder.length);
      const at = /^words-(\d)/.exec(name)?.[1];
      return at ? new Response(parts[Number(at)]) : Response.json(manifest);
    };
    const { bytes, progress } = await read('words.txt');
    assert.equal(bytes.length, 300_000);
    assert.deepEqual(progress.at(-1), [whole.length, whole.length]);
  });

  it('that were changed on their way are refused, and not kept', async () => {
    const path = pathOf('words');
    changed.set(path, (content) => new Response(content.fill(0, 40, 41)));
    await assert.rejects(
      read('words.txt'),
      /words-\w+\.pack is not the file that manifest\.json lists: its SHA-256 differs/,
    );
    assert.deepEqual([...cache.entries.keys()], [`${folder}manifest.json`]);
    changed.clear();
    assert.equal((await read('words.txt')).bytes.length, 300_000);
  });

  it('say what is wrong with them', async () => {
    const path = pathOf('words');
    for (const [name, change, sentence] of [
      [path, () => new Response('', { status: 404 }), /words-\w+\.pack answers with status 404/],
      [
        path,
        (content: Buffer<ArrayBuffer>) => new Response(content.subarray(0, 50)),
        /words-\w+\.pack broke off on its way/,
      ],
      ['manifest.json', () => new Response('<!doctype html>'), /manifest\.json is no manifest of a language pack/],
      ['manifest.json', () => Response.json({ format: 2 }), /has the format 2, which this runner does not know/],
      [
        'manifest.json',
        () => Response.json({ format: 1, files: [{ name: 'a', parts: [{ path: '../a' }] }] }),
        /is no manifest/,
      ],
    ] as const) {
      changed.set(name, change);
      await assert.rejects(read('words.txt'), sentence);
      changed.clear();
      cache.entries.clear();
    }
    online = false;
    await assert.rejects(
      read('words.txt'),
      /cannot be reached\. Check the connection and that its server sends Access-Control-Allow-Origin/,
    );
    online = true;
    await assert.rejects(read('nothing.txt'), /has no file "nothing\.txt"/);
    await assert.rejects(
      read('words.txt', new PackStore(), '0.9.0'),
      /is now of version 1\.0\.0-\w+\. Reload the page/,
    );
  });

  it('are not blamed on a policy that only reports', async () => {
    const page = new EventTarget();
    Object.defineProperty(globalThis, 'document', { value: page, configurable: true });
    const fail = (disposition: string) => {
      globalThis.fetch = async (url) => {
        page.dispatchEvent(
          Object.assign(new Event('securitypolicyviolation'), { blockedURI: String(url), disposition }),
        );
        throw new TypeError('Failed to fetch');
      };
      return read('words.txt').then(String, String);
    };
    Object.defineProperty(globalThis, 'location', { value: new URL('https://room.example'), configurable: true });
    try {
      assert.match(await fail('report'), /manifest\.json cannot be reached/);
      assert.match(await fail('enforce'), /Content-Security-Policy does not let it in/);
    } finally {
      Reflect.deleteProperty(globalThis, 'document');
      Reflect.deleteProperty(globalThis, 'location');
    }
  });

  it('replace those of an earlier version, and no other pack’s', async () => {
    for (const url of [`${folder}words-00000000.pack`, 'https://host.example/packs/other/a-00000000.pack'])
      cache.entries.set(url, new Response(''));
    await read('words.txt');
    assert.deepEqual([...cache.entries.keys()].sort(), [
      'https://host.example/packs/other/a-00000000.pack',
      `${folder}manifest.json`,
      `${folder}${pathOf('words')}`,
    ]);
  });

  it('are built once: what has not changed is left as it is', async () => {
    const lines: string[] = [];
    const { buildPacks } = await import('../../components/runner/packs/build-packs.mjs');
    const build = () =>
      buildPacks(['shout'], built, (line) => lines.push(line), 'tests/fixtures/packs', join(built, '../workers'));
    await build();
    assert.deepEqual(lines, []);
    writeFileSync(join(built, 'shout/manifest.json'), JSON.stringify({ built: 'another' }));
    await build();
    assert.match(lines.join('\n'), /^Building the pack shout…\nshout 1\.0\.0-\w+: \d/);
    await assert.rejects(
      buildPacks(['cobol'], built, () => {}, 'tests/fixtures/packs'),
      /There is no pack cobol\. There are: shout\./,
    );
  });

  describe('beside what is somebody’s own', () => {
    let out = '';
    const build = async () => {
      const { buildPacks } = await import('../../components/runner/packs/build-packs.mjs');
      return buildPacks(['shout'], out, () => {}, 'tests/fixtures/packs', join(built, '../workers'));
    };
    const put = (path: string, text = '') => {
      mkdirSync(join(out, path, '..'), { recursive: true });
      writeFileSync(join(out, path), text);
    };
    beforeEach(() => {
      out = mkdtempSync(join(tmpdir(), 'code-room-packs-'));
    });
    afterEach(() => rmSync(out, { recursive: true, force: true }));

    it('take the place of no folder that holds anything else, and no file of it is touched', async () => {
      for (const names of [
        ['main.c'],
        ['manifest.json'],
        ['LICENCES.txt'],
        ['sub/a-0123456789ab.pack'],
        ['a-0123456789ab.pack', 'notes.txt'],
      ]) {
        for (const name of names) put(`shout/${name}`, 'mine');
        await assert.rejects(build(), ({ message }: Error) =>
          message.endsWith(
            'shout is there, and holds other files than those of a language pack. Move it away, or name another folder with --out.',
          ),
        );
        for (const name of names) assert.equal(readFileSync(join(out, 'shout', name), 'utf8'), 'mine');
        assert.deepEqual(readdirSync(out), ['shout']);
        rmSync(join(out, 'shout'), { recursive: true });
      }
      put('shout', 'a file of this name');
      await assert.rejects(build(), /shout is there, and holds other files/);
    });

    it('replace what a build has left that was broken off', async () => {
      mkdirSync(join(out, 'shout'));
      for (const names of [[], ['a-0123456789ab.pack'], ['a-0123456789ab.pack', 'LICENCES.txt', 'manifest.json']]) {
        for (const name of names) put(`shout/${name}`, '{"format": 1, "bui');
        await build();
        assert.equal(JSON.parse(readFileSync(join(out, 'shout/manifest.json'), 'utf8')).id, 'shout');
        assert.ok(!readdirSync(join(out, 'shout')).includes('a-0123456789ab.pack'));
        put('shout/manifest.json', '{"built": "another"}');
      }
    });

    it('are listed without the manifests of anything else', async () => {
      const others = [
        '{"name": "A web app", "icons": []}',
        '{"format": 1, "files": ["a.js"]}',
        'null',
        '[]',
        '3',
        '<html>',
      ];
      for (const [at, text] of others.entries()) put(`app-${at}/manifest.json`, text);
      await build();
      const { packs } = JSON.parse(readFileSync(join(out, 'packs.json'), 'utf8'));
      assert.deepEqual(
        packs.map(({ id }: { id: string }) => id),
        ['shout'],
      );
      for (const [at, text] of others.entries())
        assert.equal(readFileSync(join(out, `app-${at}/manifest.json`), 'utf8'), text);
    });
  });
});
