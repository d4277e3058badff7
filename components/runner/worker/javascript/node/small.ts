// Node's small modules `os`, `url`, `querystring` and `timers/promises`, as far as they make sense here.
import { named } from '../timeout.js';
import { abortError } from './awaited-events.js';
import { path } from './path.js';
import { promisifiedAs } from './promisified.js';
import { wrongType } from './wrong-values.js';

export const os = {
  EOL: '\n',
  devNull: '/dev/null',
  arch: () => 'wasm32',
  availableParallelism: () => 1,
  cpus: () => [{ model: 'browser', speed: 0, times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 } }],
  endianness: () => 'LE',
  freemem: () => 512 * 2 ** 20,
  homedir: () => '/',
  hostname: () => 'localhost',
  loadavg: () => [0, 0, 0],
  machine: () => 'wasm32',
  networkInterfaces: () => ({}),
  platform: () => 'linux',
  release: () => '6.0.0',
  tmpdir: () => '/tmp',
  totalmem: () => 1024 * 2 ** 20,
  type: () => 'Linux',
  uptime: () => performance.now() / 1000,
  userInfo: () => ({ uid: 1000, gid: 1000, username: 'user', homedir: '/', shell: null }),
  version: () => '#1',
  constants: { signals: { SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }, errno: {}, priority: {} },
};

/** What the legacy `url.parse` returns. */
class Url {
  static {
    named(Url, 'Url');
  }

  protocol: string | null = null;
  slashes: boolean | null = null;
  auth: string | null = null;
  host: string | null = null;
  port: string | null = null;
  hostname: string | null = null;
  hash: string | null = null;
  search: string | null = null;
  query: string | object | null = null;
  pathname: string | null = null;
  path: string | null = null;
  href: string | null = null;

  format(): string {
    return formatUrl({ ...this });
  }

  resolve(to: string): string {
    return url.resolve(this.href ?? '', to);
  }

  resolveObject(to: string): Url {
    return parseUrl(this.resolve(to));
  }
}

/** It also accepts partial URLs. */
function parseUrl(address: string, withQuery = false): Url {
  if (typeof address !== 'string') throw wrongType('url', 'of type string', address);
  const [, protocol = null, slashes, auth, host = null, pathname, search, hash] =
    /^([a-z][a-z0-9+.-]*:)?(\/\/)?(?:([^@/?#]*)@)?(?:(?<=\/\/(?:[^/?#]*@)?)([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(
      address.trim(),
    ) ?? [];
  const [, hostname = null, port = null] = /^(.*?)(?::(\d+))?$/.exec(host ?? '') ?? [];
  const rooted = pathname || (slashes ? '/' : null);
  const query = search?.slice(1) ?? null;
  const parsed = Object.assign(new Url(), {
    protocol: protocol?.toLowerCase() ?? null,
    slashes: slashes ? true : null,
    auth: auth ? decodeURIComponent(auth) : null,
    host: host?.toLowerCase() ?? (slashes ? '' : null),
    port: port ?? null,
    hostname: host === null && !slashes ? null : (hostname ?? '').toLowerCase(),
    hash: hash ?? null,
    search: search ?? null,
    query: withQuery ? querystring.parse(query ?? '') : query,
    pathname: rooted,
    path: rooted || search ? `${rooted ?? ''}${search ?? ''}` : null,
  });
  parsed.href = parsed.format();
  return parsed;
}

function formatUrl(address: URL | Url | Record<string, unknown> | string): string {
  if (typeof address === 'string' || address instanceof URL) return String(address);
  const parts: Record<string, unknown> = Object(address);
  const text = (key: string) => String(parts[key] ?? '');
  const protocol = text('protocol').replace(/([^:])$/, '$1:');
  const host = text('host') || text('hostname') + (text('port') && `:${text('port')}`);
  const query = parts.query && typeof parts.query === 'object' ? querystring.stringify(parts.query) : '';
  const search = text('search') || (query && `?${query}`);
  const slashes = parts.slashes === true || /^(?:https?|ftp|file):$/.test(protocol) ? '//' : '';
  const auth = text('auth') && `${encodeURIComponent(text('auth')).replace(/%3A/i, ':')}@`;
  const end = search.replace(/^([^?])/, '?$1') + text('hash').replace(/^([^#])/, '#$1');
  return protocol + (host || slashes ? slashes || '//' : '') + auth + host + text('pathname') + end;
}

function fileURLToPath(address: unknown): string {
  if (typeof address !== 'string' && !(address instanceof URL))
    throw wrongType('path', 'of type string or an instance of URL', address);
  const { protocol, host, pathname } = new URL(address);
  const refuse = (code: string, message: string) => Object.assign(new TypeError(message), { code });
  if (protocol !== 'file:') throw refuse('ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  if (host !== '') throw refuse('ERR_INVALID_FILE_URL_HOST', 'File URL host must be "localhost" or empty on linux');
  if (/%2f/i.test(pathname))
    throw refuse('ERR_INVALID_FILE_URL_PATH', 'File URL path must not include encoded / characters');
  return decodeURIComponent(pathname);
}

export const url = {
  URL,
  URLSearchParams,
  Url,
  parse: parseUrl,
  format: formatUrl,
  resolve: (from: string, to: string) => {
    const base = new URL(from, 'resolve://base');
    const found = new URL(to, base);
    return found.protocol === 'resolve:' ? found.pathname + found.search + found.hash : found.href;
  },
  fileURLToPath,
  pathToFileURL: (file: string) => new URL(`file://${path.resolve(file).split('/').map(encodeURIComponent).join('/')}`),
  domainToASCII: (domain: string) => new URL(`http://${domain}`).hostname,
  urlToHttpOptions: (address: URL) => ({
    protocol: address.protocol,
    hostname: address.hostname,
    hash: address.hash,
    search: address.search,
    pathname: address.pathname,
    path: address.pathname + address.search,
    href: address.href,
  }),
};

const escaped = (text: string) => encodeURIComponent(text);
const unescaped = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    // An invalid escape stays unchanged.
    return text;
  }
};

function stringify(values: unknown, separator = '&', equals = '='): string {
  if (typeof values !== 'object' || values === null) return '';
  const text = (value: unknown) =>
    typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint' || Number.isFinite(value)
      ? escaped(String(value))
      : '';
  return Object.entries(values)
    .flatMap(([key, value]) => [value].flat().map((each) => escaped(key) + equals + text(each)))
    .join(separator);
}

function parseQuery(query: string, separator = '&', equals = '=', { maxKeys = 1000 } = {}) {
  const values: Record<string, string | string[]> = Object.create(null);
  for (const pair of String(query)
    .split(separator)
    .slice(0, maxKeys || undefined)) {
    if (pair === '') continue;
    const at = pair.indexOf(equals);
    const plain = (text: string) => unescaped(text.replaceAll('+', ' '));
    const key = plain(at < 0 ? pair : pair.slice(0, at));
    const value = at < 0 ? '' : plain(pair.slice(at + equals.length));
    const known = values[key];
    values[key] = known === undefined ? value : [known, value].flat();
  }
  return values;
}

export const querystring = {
  parse: parseQuery,
  decode: parseQuery,
  stringify,
  encode: stringify,
  escape: escaped,
  unescape: unescaped,
};

interface WaitOptions {
  signal?: AbortSignal;
  ref?: boolean;
}

export function createTimersPromises() {
  const [set, clear, immediate] = [setTimeout, clearTimeout, setImmediateHere()];
  const whenImmediate = (value?: unknown) => new Promise((resolve) => immediate(() => resolve(value)));
  const wait = (ms?: number, value?: unknown, { signal, ref = true }: WaitOptions = {}) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(abortError(signal));
      const timer = set(() => resolve(value), ms);
      if (!ref) (timer as unknown as { unref(): void }).unref();
      signal?.addEventListener('abort', () => {
        clear(timer);
        reject(abortError(signal));
      });
    });
  promisifiedAs(set, wait);
  promisifiedAs(immediate, whenImmediate);
  return {
    setTimeout: named(wait, 'setTimeout'),
    setImmediate: named(whenImmediate, 'setImmediate'),
    async *setInterval(ms?: number, value?: unknown, options: WaitOptions = {}) {
      for (;;) {
        await wait(ms, value, options);
        yield value;
      }
    },
    scheduler: { wait: (ms: number, options?: WaitOptions) => wait(ms, undefined, options), yield: () => wait(0) },
  };
}

function setImmediateHere(): (call: () => void) => unknown {
  return Reflect.get(globalThis, 'setImmediate');
}
