/** Static files under each engine: compressed, with validators, cached permanently if the name has a hash. */
import assert from 'node:assert/strict';
import { type IncomingMessage, request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { listFiles } from '../../demo/build/files.mjs';
import { type Engine, startEngine } from '../../demo/engine/engine.mjs';
import { build } from '../../demo/prepare.mjs';
import { engines } from '../engines.js';

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

for (const name of engines) {
  describe(`files from ${name}`, () => {
    let engine: Engine;
    before(async () => {
      build();
      engine = await startEngine({ engine: name });
    });
    after(() => engine.stop());

    /** As it comes over the wire: fetch would unpack. */
    function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
      return new Promise((resolve, reject) => {
        const sent = request(engine.url + path, { headers, method }, (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
          );
        });
        sent.on('error', reject).end();
      });
    }

    it('are also the player that a replay page offers: a whole page, which no other page frames', async () => {
      const { status, headers, body } = await get('/player.html');
      assert.equal(status, 200);
      assert.match(headers['content-type'] ?? '', /^text\/html/);
      assert.equal(headers['content-security-policy'], "frame-ancestors 'none'");
      assert.match(body.toString(), /^<!doctype html>.*<\/html>/is);
    });

    it('are compressed as the browser accepts, with the smallest encoding first', async () => {
      const plain = await get('/code-room.js');
      const brotli = await get('/code-room.js', { 'accept-encoding': 'gzip, deflate, br' });
      const gzip = await get('/code-room.js', { 'accept-encoding': 'gzip, br;q=0' });
      assert.equal(plain.headers['content-encoding'], undefined);
      assert.equal(brotli.headers['content-encoding'], 'br');
      assert.equal(gzip.headers['content-encoding'], 'gzip');
      assert.deepEqual(brotliDecompressSync(brotli.body), plain.body);
      assert.deepEqual(gunzipSync(gzip.body), plain.body);
      assert.ok(brotli.body.length < gzip.body.length && gzip.body.length < plain.body.length / 2);
      assert.equal(new Set([plain, brotli, gzip].map(({ headers }) => headers.etag)).size, 3);
      for (const { headers } of [plain, brotli, gzip]) assert.match(headers.vary ?? '', /accept-encoding/i);
    });

    it('that are stored compressed under their own name, as those of the sandbox, are decompressed by the browser', async () => {
      const files = listFiles('dist/site').filter((file) => file.endsWith('.gz'));
      assert.ok(files.length > 0);
      const types = { '.js.gz': 'text/javascript; charset=utf-8', '.wasm.gz': 'application/wasm' };
      for (const [extension, type] of Object.entries(types)) {
        const path = `/${files.find((file) => file.endsWith(extension))}`;
        const file = await get(path, { 'accept-encoding': 'br, deflate' });
        const content = await get(path, { 'accept-encoding': 'gzip, deflate, br' });
        assert.deepEqual(
          [file.headers['content-type'], file.headers['content-encoding']],
          ['application/gzip', undefined],
        );
        assert.deepEqual([content.headers['content-type'], content.headers['content-encoding']], [type, 'gzip']);
        assert.deepEqual(content.body, file.body);
        assert.ok(gunzipSync(content.body).length > content.body.length);
        assert.notEqual(content.headers.etag, file.headers.etag);
        for (const { headers } of [file, content]) assert.match(headers.vary ?? '', /accept-encoding/i);
        const again = { 'accept-encoding': 'gzip', 'if-none-match': content.headers.etag ?? '' };
        assert.equal((await get(path, again)).status, 304);
      }
    });

    it('are not sent again to clients that have them', async () => {
      const accept = { 'accept-encoding': 'br' };
      const first = await get('/code-room.js', accept);
      for (const tag of [first.headers.etag, `W/${first.headers.etag}`, `"other", ${first.headers.etag}`]) {
        const again = await get('/code-room.js', { ...accept, 'if-none-match': tag ?? '' });
        assert.deepEqual([again.status, again.body.length, again.headers.etag], [304, 0, first.headers.etag]);
      }
      const other = await get('/code-room.js', { ...accept, 'if-none-match': '"other"' });
      assert.equal(other.status, 200);
    });

    it('are cached permanently when their name has a hash or they are of one version, and revalidated otherwise', async () => {
      const files = listFiles('dist/site').filter((file) => file !== '_headers');
      for (const file of files) {
        const { status, headers, body } = await get(`/${file}`, {}, 'HEAD');
        const forGood = /[-.][0-9a-f]{8,}\.|^code-room\/\d+\.\d+\.\d+\//.test(file);
        assert.equal(headers['cache-control'], forGood ? 'public, max-age=31536000, immutable' : 'no-cache', file);
        assert.deepEqual([status, headers['access-control-allow-origin'], body.length], [200, '*', 0], file);
        assert.match(headers.etag ?? '', /^"[0-9a-f]{16}"$/, file);
      }
      assert.ok(
        files.some((file) => file.startsWith('sandbox/pyodide-')),
        'Python has its version in its name',
      );
    });

    it('outside the folder do not exist, nor those only for Cloudflare', async () => {
      const outside = ['/../package.json', '/%2e%2e/package.json', '/_headers', '/.hidden'];
      for (const path of outside) assert.equal((await get(path)).status === 200, false, path);
    });
  });
}
