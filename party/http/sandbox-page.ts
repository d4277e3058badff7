// Answers GET /sandbox: the built sandbox page, with headers that static files do not have.

import { digest } from '../access/secrets.js';

const POLICY = /http-equiv="Content-Security-Policy" content="([^"]+)"/;

/**
 * The page that runs code, from `index.html` of the built sandbox, whose files must be under `/sandbox/`. `ancestors` says
 * who may frame it, as a Content-Security-Policy does; null: any site. It has no secret and no access to the page around it,
 * serves only the files it was built with, and programs in it have neither origin nor network. Rejects when the page is not as
 * the build makes it.
 */
export async function sandboxResponse(indexHtml: string, ancestors: string | null = null): Promise<Response> {
  const policy = POLICY.exec(indexHtml)?.[1];
  if (policy === undefined)
    throw new Error('This is not the built page of the sandbox. Run the build, then serve its index.html.');
  // The page is at /sandbox, its files in /sandbox/.
  const html = indexHtml.replace('<head>', '<head><base href="/sandbox/">');
  const whole = ancestors === null ? policy : `${policy}; frame-ancestors ${ancestors}`;
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': whole,
      // A cached page keeps its previous policy, so the policy is part of the validator.
      etag: `"${await digest(whole + html)}"`,
      // Lets isolated pages frame it. Not require-corp, with which WebKit starts no worker in an opaque frame.
      'cross-origin-embedder-policy': 'credentialless',
      'cross-origin-resource-policy': 'cross-origin',
      // Where supported, it also blocks what a content security policy does not cover, above all WebRTC.
      'connection-allowlist': '(response-origin);webrtc=block',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** The answer itself, or 304 to a browser that has it already. */
export function unlessKnown(request: Request, response: Response): Response {
  const etag = response.headers.get('etag');
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (etag === null || !known.includes(etag)) return response;
  return new Response(null, { status: 304, headers: { etag, 'cache-control': 'no-cache' } });
}
