// Node's `path`, the POSIX version.

function normalize(path: string): string {
  if (path === '') return '.';
  const parts: string[] = [];
  const rooted = path.startsWith('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!rooted) parts.push('..');
  }
  const joined = parts.join('/') + (path.endsWith('/') && parts.length > 0 ? '/' : '');
  return rooted ? `/${joined}` : joined || '.';
}

const join = (...paths: string[]) => normalize(paths.filter((path) => path !== '').join('/'));

function resolve(...paths: string[]): string {
  let whole = '';
  for (const path of [...paths].reverse()) {
    if (path === '') continue;
    whole = whole === '' ? path : `${path}/${whole}`;
    if (path.startsWith('/')) break;
  }
  return normalize(whole.startsWith('/') ? whole : `/${whole}`).replace(/(.)\/$/, '$1');
}

const basename = (path: string, end = '') => {
  const name = path.replace(/\/+$/, '').split('/').pop() ?? '';
  return end !== '' && name !== end && name.endsWith(end) ? name.slice(0, -end.length) : name;
};
const extname = (path: string) => /.(\.[^./]*)$/.exec(basename(path))?.[1] ?? '';
const dirname = (path: string) => {
  const folder = path
    .replace(/\/+$/, '')
    .replace(/[^/]*$/, '')
    .replace(/(.)\/+$/, '$1');
  return folder || '.';
};

function relative(from: string, to: string): string {
  const [here, there] = [resolve(from).split('/'), resolve(to).split('/')];
  while (here.length > 0 && there.length > 0 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return [...here.filter(Boolean).map(() => '..'), ...there.filter(Boolean)].join('/');
}

function parse(path: string) {
  const [base, ext] = [basename(path), extname(path)];
  const root = path.startsWith('/') ? '/' : '';
  const dir = path.includes('/') ? dirname(path) : '';
  return { root, dir, base, ext, name: basename(path, ext) };
}

const format = ({ dir = '', root = '', base = '', name = '', ext = '' }) =>
  (dir && dir !== root ? `${dir}/` : dir || root) + (base || name + ext);

const isAbsolute = (path: string) => path.startsWith('/');
const methods = { normalize, join, resolve, basename, extname, dirname, relative, parse, format, isAbsolute };

const posix = { ...methods, sep: '/', delimiter: ':' };

export const path: typeof posix & { posix: typeof posix } = Object.assign(posix, { posix });
