// Answers GET /sandbox: the built page of the sandbox, with the headers that a folder of files cannot have.

const POLICY = /http-equiv="Content-Security-Policy" content="([^"]+)"/;

/**
 * The page that runs code, made from `index.html` of the built sandbox, whose files must lie under `/sandbox/`. Any site may
 * frame it: it holds no secret, has no say over the page around it, and what runs in it has neither origin nor network.
 */
export function sandboxResponse(indexHtml: string): Response {
  const policy = POLICY.exec(indexHtml)?.[1];
  if (policy === undefined)
    throw new Error('This is not the built page of the sandbox. Run the build, then serve its index.html.');
  // The page is found at /sandbox, its files beside it in /sandbox/.
  const html = indexHtml.replace('<head>', '<head><base href="/sandbox/">');
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': policy,
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
