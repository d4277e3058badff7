/** The page in which examples run: without an origin of its own, so that nothing a visitor writes there reaches the host, its storage or its pages. */

/** Gets what to show from the page around it, once. Errors of it are told there. */
const SCRIPT = `addEventListener('message', ({ source, data }) => {
  if (source !== parent || typeof data?.html !== 'string') return;
  document.open();
  document.write('<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Preview</title></head><body>');
  addEventListener('error', ({ message }) => parent.postMessage({ problem: message }, '*'));
  addEventListener('unhandledrejection', ({ reason }) => parent.postMessage({ problem: String(reason) }, '*'));
  document.write(data.html);
  document.close();
});
if (parent !== window) parent.postMessage({ preview: 'ready' }, '*');`;

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Preview</title></head>
<body><p hidden>Examples of the documents run in this page.</p><script>${SCRIPT}</script></body></html>
`;

/** `links` is the origin of the host in its links, `asked` that of the request: behind a proxy they differ. */
export function previewResponse(links: string, asked: string): Response {
  const origins = [...new Set([links, asked])];
  const own = origins.join(' ');
  const sockets = origins.map((origin) => origin.replace(/^http/, 'ws')).join(' ');
  const policy = [
    'sandbox allow-scripts allow-forms',
    "default-src 'none'",
    `script-src 'unsafe-inline' ${own}`,
    `style-src 'unsafe-inline' ${own}`,
    'img-src data: blob:',
    `connect-src ${own} ${sockets}`,
    `frame-src ${own}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${own}`,
  ];
  return new Response(PAGE, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      'Cache-Control': 'no-cache',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    },
  });
}
