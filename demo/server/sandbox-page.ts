// Answers GET /sandbox: the built page of the sandbox, with the headers that a folder of files cannot have.

import { digest } from '../../party/access/secrets.js';

const POLICY = /http-equiv="Content-Security-Policy" content="([^"]+)"/;

/**
 * The page that runs code, made from `index.html` of the built sandbox, whose files must lie under `/sandbox/`. `ancestors` says
 * who may frame it, as a Content-Security-Policy does; null: any site. It holds no secret, has no say over the page around it,
 * gives nobody a file but those it was built with, and what runs in it has neither origin nor network. Rejects when the page is not
 * as the build makes it.
 */
export async function sandboxResponse(indexHtml: string, ancestors: string | null = null): Promise<Response> {
  const policy = POLICY.exec(indexHtml)?.[1];
  if (policy === undefined)
    throw new Error('This is not the built page of the sandbox. Run the build, then serve its index.html.');
  // The page is found at /sandbox, its files beside it in /sandbox/.
  const html = indexHtml.replace('<head>', '<head><base href="/sandbox/">');
  const whole = ancestors === null ? policy : `${policy}; frame-ancestors ${ancestors}`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': whole,
      // A browser that has the page keeps the policy it came with.
      etag: `"${await digest(whole + html)}"`,
      // Lets isolated pages frame it. Not require-corp: with that, WebKit starts no worker in an opaque frame.
      'cross-origin-embedder-policy': 'credentialless',
      'cross-origin-resource-policy': 'cross-origin',
      // Where it is known, it also closes what a content security policy does not cover, WebRTC above all.
      'connection-allowlist': '(response-origin);webrtc=block',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}
