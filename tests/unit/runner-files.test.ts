// Runtime files are fetched once, decompressed, and cached by hashed name; works without a cache.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { FileClient } from '../../components/runner/sandbox/file-client.js';
import { FileStore } from '../../components/runner/sandbox/file-store.js';
import { PackStore } from '../../components/runner/sandbox/pack-store.js';
import { serveFiles } from '../../components/runner/sandbox/serve-files.js';
import { MemoryCache } from '../fixtures/memory-cache.js';

const folder = new URL('https://host.example/sandbox/');
const content = 'print("a")';
const files = { 'a.js': { path: 'a-1.js.gz', size: 30, unpacked: content.length } };

describe('The files of the sandbox', () => {
  const { fetch } = globalThis;
  const cache = new MemoryCache();
  let fetched: string[] = [];
  let answer: () => Response;
  const read = async (name = 'a.js', store = new FileStore(files, folder)) => {
    const progress: number[][] = [];
    const bytes = await store.read(name, (...numbers) => progress.push(numbers));
    await store.keep();
    return { text: new TextDecoder().decode(bytes), progress };
  };
  const install = (caches: unknown) =>
    Object.defineProperty(globalThis, 'caches', { value: caches, configurable: true });

  beforeEach(() => {
    fetched = [];
    cache.entries.clear();
    answer = () => new Response(gzipSync(content));
    globalThis.fetch = async (url) => {
      fetched.push(String(url));
      return answer();
    };
    install({ open: async () => cache });
  });
  afterEach(() => {
    globalThis.fetch = fetch;
    Reflect.deleteProperty(globalThis, 'caches');
  });

  it('are fetched once and decompressed', async () => {
    const { text, progress } = await read();
    assert.equal(text, content);
    assert.deepEqual(progress.at(-1), [30, 30]);
    await settled();
    assert.equal((await read()).text, content);
    assert.deepEqual(fetched, ['https://host.example/sandbox/a-1.js.gz']);
  });

  it('can be prefetched: then they are loading before they are requested, once', async () => {
    const store = new FileStore(files, folder);
    store.expect(['a.js']);
    await settled();
    assert.equal(fetched.length, 1);
    const { text, progress } = await read('a.js', store);
    assert.equal(text, content);
    assert.deepEqual(progress.at(-1), [30, 30]);
    assert.equal(fetched.length, 1);
  });

  it('whose prefetch fails: the request reports it, and may be retried', async () => {
    const store = new FileStore(files, folder);
    answer = () => new Response('', { status: 500 });
    store.expect(['a.js']);
    await settled();
    await assert.rejects(read('a.js', store), /answers with status 500/);
    answer = () => new Response(content);
    assert.equal((await read('a.js', store)).text, content);
  });

  it('are written to the disk later, when there is time', async () => {
    const store = new FileStore(files, folder);
    await store.read('a.js', () => {});
    await settled();
    assert.equal(cache.entries.size, 0);
    await store.keep();
    assert.equal(cache.entries.size, 1);
  });

  it('may be decompressed by the server’s headers', async () => {
    answer = () => new Response(content);
    const { text, progress } = await read();
    assert.equal(text, content);
    assert.deepEqual(progress.at(-1), [content.length, content.length]);
  });

  it('replace those of an earlier version, but not of another folder', async () => {
    cache.entries.set('https://host.example/sandbox/a-0.js.gz', new Response(''));
    cache.entries.set('https://host.example/v1/sandbox/a-0.js.gz', new Response(''));
    await read();
    await settled();
    assert.deepEqual(
      [...cache.entries.keys()],
      ['https://host.example/v1/sandbox/a-0.js.gz', 'https://host.example/sandbox/a-1.js.gz'],
    );
  });

  it('are those of the build: nothing else is fetched or cached, whatever is requested', async () => {
    const names = [
      ...[
        '../healthz',
        '/docs',
        'b.js',
        '',
        '.',
        './',
        'a-1.js.gz',
        './a.js',
        'a.js?x',
        'a.js#x',
        'A.js',
        ' a.js',
        'a%2ejs',
      ],
      ...['//evil.example/x', 'https://evil.example/x', 'https://host.example/docs', '\\\\evil.example\\x', '..\\docs'],
      ...[
        '%2e%2e/docs',
        '..%2fdocs',
        'data:text/plain,x',
        'blob:https://host.example/1',
        'javascript:1',
        'file:///etc/passwd',
      ],
      ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
    ];
    const store = new FileStore(files, folder);
    for (const name of names) await assert.rejects(read(name, store), /The runner has no file "/, name);
    for (const odd of [['../docs'], { toString: () => '/docs' }, null, 7])
      await assert.rejects(read(odd as string, store), /The runner has no file "/);
    assert.deepEqual(fetched, []);
    assert.equal(cache.entries.size, 0);
  });

  it('do not need a cache', async () => {
    install(undefined);
    assert.equal((await read()).text, content);
    install({ open: () => Promise.reject(new Error('forbidden')) });
    assert.equal((await read()).text, content);
    install({
      open: async () => ({ match: async () => undefined, put: () => Promise.reject(new Error('disk full')) }),
    });
    assert.equal((await read()).text, content);
    await settled();
  });

  it('that cannot be loaded are named with their URL', async () => {
    answer = () => new Response('', { status: 404 });
    await assert.rejects(read(), /a-1\.js\.gz answers with status 404/);
    answer = () => {
      throw new TypeError('Failed to fetch');
    };
    await assert.rejects(read(), /a-1\.js\.gz cannot be reached/);
    for (const bytes of [gzipSync(content), new TextEncoder().encode(content)]) {
      answer = () => brokenOff(bytes.subarray(0, -1));
      await assert.rejects(read(), /a-1\.js\.gz broke off on its way here/);
    }
    assert.equal(cache.entries.size, 0);
  });

  it('that are truncated or corrupt are reported and not cached', async () => {
    const packed = gzipSync(content);
    const spoilt = Buffer.from(packed).fill(7, 12, 16);
    for (const bytes of [packed.subarray(0, -9), spoilt, content.slice(1), `${content}!`, '']) {
      answer = () => new Response(bytes);
      const store = new FileStore(files, folder);
      await assert.rejects(read('a.js', store), /a-1\.js\.gz broke off on its way here/, String(bytes));
      await store.keep();
    }
    assert.equal(cache.entries.size, 0);
  });
});

describe('A file that breaks off', () => {
  /** How a request for it goes whose first `broken` answers break off, where the page is left so many milliseconds long. */
  async function asked(broken: number, leftForMs: number): Promise<string> {
    const { port1, port2 } = new MessageChannel();
    const { fetch } = globalThis;
    const until = performance.now() + leftForMs;
    let answers = 0;
    globalThis.fetch = async () => {
      answers += 1;
      if (answers <= broken) throw new TypeError('NetworkError when attempting to fetch resource.');
      return new Response(content);
    };
    serveFiles(port1, new FileStore(files, folder), new PackStore(), () => until - performance.now());
    try {
      const bytes = await new FileClient(port2).read('a.js', () => {});
      return new TextDecoder().decode(bytes);
    } catch (error) {
      return String(error);
    } finally {
      globalThis.fetch = fetch;
      port1.close();
    }
  }

  it('is missing', async () => {
    assert.match(await asked(1, 0), /a-1\.js\.gz cannot be reached/);
  });

  it('while its page is being left is fetched again if the page stays, and missing only then', async () => {
    assert.equal(await asked(1, 50), content);
    assert.match(await asked(Number.POSITIVE_INFINITY, 50), /a-1\.js\.gz cannot be reached/);
  });
});

function brokenOff(begun: Uint8Array<ArrayBuffer>): Response {
  const parts = [begun];
  return new Response(
    new ReadableStream({
      pull(controller) {
        const part = parts.shift();
        if (part) controller.enqueue(part);
        else controller.error(new TypeError('network error'));
      },
    }),
  );
}

function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 10));
}
