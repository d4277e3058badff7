/** Serves the built files: compressed as the browser accepts, with validators, and cached permanently if the name has a hash. */

interface StaticFile {
  type: string;
  /** Hash of the content; missing in watch mode. */
  hash?: string;
  /** The name has a hash of the content, so it can be cached permanently. */
  immutable: boolean;
  /** Available content encodings, the best first. */
  encodings: string[];
  /** For a file that is itself gzip: the type of its content, which is sent to clients that accept gzip. */
  inside: string | null;
}

/** By path below the site, without a leading slash. */
export type StaticFiles = Record<string, StaticFile>;

/** Reads a file, plain or in one of its encodings. */
type ReadFile = (name: string, encoding?: string) => Promise<Response>;

/** Returns null for anything but GET or HEAD of an existing file. */
export function createStaticFiles(files: StaticFiles, read: ReadFile): (request: Request) => Promise<Response> | null {
  const known = new Map(Object.entries(files));
  return (request) => {
    const name = new URL(request.url).pathname.slice(1);
    const file = known.get(name);
    return file && ['GET', 'HEAD'].includes(request.method) ? serve(request, name, file, read) : null;
  };
}

async function serve(request: Request, name: string, file: StaticFile, read: ReadFile): Promise<Response> {
  const accepted = acceptedEncodings(request.headers.get('Accept-Encoding') ?? '');
  const inside = accepted.has('gzip') ? file.inside : null;
  const copy = inside === null ? file.encodings.find((one) => accepted.has(one)) : undefined;
  const encoding = inside === null ? copy : 'gzip';
  const headers = new Headers({
    'Content-Type': inside ?? file.type,
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    // Pages of other origins use the element and the sandbox.
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
  });
  // A page may only be framed at its own address, which says by whom: /sandbox.
  if (file.type.startsWith('text/html')) headers.set('Content-Security-Policy', "frame-ancestors 'none'");
  if (file.inside !== null || file.encodings.length > 0) headers.set('Vary', 'Accept-Encoding');
  const tag = file.hash && `"${file.hash}${encoding ? `-${encoding}` : ''}"`;
  if (tag) headers.set('ETag', tag);
  if (tag && holds(request.headers.get('If-None-Match') ?? '', tag))
    return new Response(null, { status: 304, headers });
  const stored = await read(name, copy);
  // The file was removed since the server started.
  if (!stored.ok) return new Response('Not found', { status: 404 });
  if (encoding) headers.set('Content-Encoding', encoding);
  const length = stored.headers.get('Content-Length');
  if (length) headers.set('Content-Length', length);
  const body = request.method === 'HEAD' ? null : stored.body;
  // The bytes are compressed already, so the engine must not compress them again.
  return new Response(body, { headers, encodeBody: encoding ? 'manual' : 'automatic' } as ResponseInit);
}

function acceptedEncodings(header: string): Set<string> {
  const offers = header.split(',').map((offer) =>
    offer
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q\s*=\s*/),
  );
  return new Set(offers.filter(([, weight]) => Number(weight ?? 1) > 0).map(([name = '']) => name));
}

/** Proxies that compress mark the tag as weak; it identifies the same content. */
function holds(header: string, tag: string): boolean {
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
}
