/** Serves the built files: packed as the browser takes them, with a validator each, and for good where the name tells the content. */

interface StaticFile {
  type: string;
  /** Of the content; missing while files may change under a running server. */
  hash?: string;
  /** The name carries a hash of the content, so it may be kept for good. */
  immutable: boolean;
  /** Content encodings it lies packed in, the best first. */
  packed: string[];
  /** Of a file that is a gzip: the type of its content, as which it goes to whoever takes gzip. */
  inside: string | null;
}

/** By path below the site, without a leading slash. */
export type StaticFiles = Record<string, StaticFile>;

/** Bytes of a file as they lie on disk, plain or in one of its encodings. */
type ReadFile = (name: string, encoding?: string) => Promise<Response>;

/** Answers null for everything that is no file, or not asked for by GET or HEAD. */
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
  const copy = inside === null ? file.packed.find((one) => accepted.has(one)) : undefined;
  const encoding = inside === null ? copy : 'gzip';
  const headers = new Headers({
    'Content-Type': inside ?? file.type,
    'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    // The element and the sandbox are there to be used by pages of other origins.
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'X-Content-Type-Options': 'nosniff',
  });
  // A page is framed at its own address, which says by whom: /sandbox.
  if (file.type.startsWith('text/html')) headers.set('Content-Security-Policy', "frame-ancestors 'none'");
  if (file.inside !== null || file.packed.length > 0) headers.set('Vary', 'Accept-Encoding');
  const tag = file.hash && `"${file.hash}${encoding ? `-${encoding}` : ''}"`;
  if (tag) headers.set('ETag', tag);
  if (tag && holds(request.headers.get('If-None-Match') ?? '', tag))
    return new Response(null, { status: 304, headers });
  const stored = await read(name, copy);
  // A file that was taken away since the server started.
  if (!stored.ok) return new Response('Not found', { status: 404 });
  if (encoding) headers.set('Content-Encoding', encoding);
  const length = stored.headers.get('Content-Length');
  if (length) headers.set('Content-Length', length);
  const body = request.method === 'HEAD' ? null : stored.body;
  // The bytes are packed already: the engine must not pack them once more.
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

/** Proxies that pack by themselves mark the tag as weak; it names the same content. */
function holds(header: string, tag: string): boolean {
  return header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);
}
