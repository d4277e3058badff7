// /sandbox is the built page with its files beside it, under its own policy, and may be framed by anybody.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sandboxResponse } from '../../party/sandbox.js';

const policy = "default-src 'none'; connect-src 'self'";
const built = `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${policy}"></head></html>`;

describe('sandboxResponse', () => {
  it('answers with the built page, whose files lie in /sandbox/', async () => {
    const response = sandboxResponse(built);
    assert.equal(response.status, 200);
    assert.match(await response.text(), /<head><base href="\/sandbox\/"><meta/);
  });

  it('has the policy of the page and lets isolated pages frame it', () => {
    const { headers } = sandboxResponse(built);
    assert.equal(headers.get('content-security-policy'), policy);
    assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(headers.get('cross-origin-embedder-policy'), 'credentialless');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.has('x-frame-options'), false);
  });

  it('refuses a page that has no policy', () => {
    assert.throws(() => sandboxResponse('<!doctype html>'), /Run the build/);
  });
});
