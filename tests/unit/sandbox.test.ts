// /sandbox is the built page under its own policy, and says who may frame it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStaticFiles } from '../../demo/server/static-files.js';
import { frameAncestors } from '../../party/access/origins.js';
import { sandboxResponse, unlessKnown } from '../../party/http/sandbox-page.js';

const policy = "default-src 'none'; connect-src 'self'";
const built = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${policy}"></head></html>`;

describe('sandboxResponse', () => {
  it('returns the built page, whose files are in /sandbox/', async () => {
    const response = await sandboxResponse(built);
    assert.equal(response.status, 200);
    assert.match(await response.text(), /<head><base href="\/sandbox\/"><meta/);
  });

  it('has the policy of the page and lets isolated pages frame it', async () => {
    const { headers } = await sandboxResponse(built);
    assert.equal(headers.get('content-security-policy'), policy);
    assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(headers.get('cross-origin-embedder-policy'), 'credentialless');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.has('x-frame-options'), false);
  });

  it('is not sent again to a browser that has it', async () => {
    const answer = async (known?: string, page = built) => {
      const headers = known === undefined ? undefined : { 'if-none-match': known };
      return unlessKnown(new Request('https://rooms.example/sandbox', { headers }), await sandboxResponse(page));
    };
    const first = await answer();
    const etag = first.headers.get('etag') ?? '';
    assert.deepEqual([first.status, (await answer('"another"')).status], [200, 200]);
    for (const known of [etag, `W/${etag}`, `"another", ${etag}`]) {
      const again = await answer(known);
      assert.deepEqual([again.status, again.headers.get('etag'), await again.text()], [304, etag, '']);
    }
    assert.equal((await answer(etag, built.replace('<head>', '<head><title>New</title>'))).status, 200);
  });

  it('says who may frame it: its own pages and those of the settings', async () => {
    const env = {
      CODE_ROOM_URL: 'https://rooms.example/x',
      CODE_ROOM_ORIGINS: 'https://a.example, https://b.example:8443',
    };
    for (const [settings, local, said] of [
      [env, false, "'self' https://rooms.example https://a.example https://b.example:8443"],
      [env, true, "'self' https://rooms.example https://a.example https://b.example:8443"],
      [{}, false, "'self'"],
      [{}, true, null],
      [{ CODE_ROOM_ORIGINS: '*' }, false, null],
    ] as const) {
      const ancestors = frameAncestors(settings, local);
      assert.equal(ancestors, said);
      const { headers } = await sandboxResponse(built, ancestors);
      assert.equal(
        headers.get('content-security-policy'),
        said === null ? policy : `${policy}; frame-ancestors ${said}`,
      );
    }
  });

  it('has another validator when its policy has changed', async () => {
    const tags = await Promise.all([null, "'self'", null].map((who) => sandboxResponse(built, who)));
    const [first, second, third] = tags.map(({ headers }) => headers.get('etag'));
    assert.equal(first, third);
    assert.notEqual(first, second);
  });

  it('refuses a page that has no policy', async () => {
    await assert.rejects(sandboxResponse('<!doctype html>'), /Run the build/);
  });

  it('cannot be framed as a static file, which does not know who may', async () => {
    const file = { type: 'text/html', immutable: false, encodings: [], inside: null };
    const files = createStaticFiles({ 'sandbox/index.html': file }, async () => new Response(built));
    const answer = await files(new Request('https://host.example/sandbox/index.html'));
    assert.equal(answer?.headers.get('content-security-policy'), "frame-ancestors 'none'");
  });
});
