// Node's `path`, where paths have slashes, and its `win32`, for those of Windows. A program starts in the folder `/`.
import { check, wrongType } from './wrong-values.js';

/** Where relative paths begin. */
export const workingDirectory = { path: '/' };

const OF_WINDOWS = /^(?:[\\/]{2}([^\\/]+)[\\/]+([^\\/]+)|[A-Za-z]:)/;

interface PathParts {
  dir?: string;
  root?: string;
  base?: string;
  name?: string;
  ext?: string;
}

function pathsOf(windows: boolean) {
  const slash = windows ? '\\' : '/';
  const slashes = windows ? /[\\/]/ : /\//;
  const isSlash = (character: string | undefined) => character === '/' || (windows && character === '\\');

  /** A drive or what a server shares, as it is written in full; whether the path begins at a root; and what of it stands before the rest. */
  function start(path: string): { device: string; rooted: boolean; root: string; rest: string } {
    const [given = '', server, share] = (windows && OF_WINDOWS.exec(path)) || [];
    const device = server === undefined ? given : `\\\\${server}\\${share}`;
    const rest = path.slice(given.length);
    const root = isSlash(rest[0]) ? path.slice(0, given.length + 1) : given;
    return { device, rooted: server !== undefined || isSlash(rest[0]), root, rest };
  }

  function flat(path: string, rooted: boolean): string {
    const parts: string[] = [];
    for (const part of path.split(slashes)) {
      if (part === '' || part === '.') continue;
      if (part !== '..') parts.push(part);
      else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
      else if (!rooted) parts.push('..');
    }
    return parts.join(slash);
  }

  function normalize(path: string): string {
    check('path', 'string', path);
    if (path === '') return '.';
    const { device, rooted, rest } = start(path);
    const tail = flat(rest, rooted) || (rooted ? '' : '.');
    return device + (rooted ? slash : '') + tail + (tail !== '' && isSlash(path.at(-1)) ? slash : '');
  }

  function join(...paths: string[]): string {
    for (const path of paths) check('path', 'string', path);
    const given = paths.filter((path) => path !== '');
    const joined = given.join(slash);
    // Two slashes mean a server only where they were written so.
    const ofServer = /^[\\/]{2}[^\\/]/.test(given[0] ?? '');
    return normalize(windows && !ofServer ? joined.replace(/^[\\/]{2,}/, '\\') : joined);
  }

  function resolve(...paths: string[]): string {
    let [device, tail, rooted] = ['', '', false];
    for (const [back, path] of [workingDirectory.path, ...paths].reverse().entries()) {
      check(`paths[${paths.length - 1 - back}]`, 'string', path);
      if (path === '') continue;
      const at = start(path);
      if (at.device !== '' && device !== '' && at.device.toLowerCase() !== device.toLowerCase()) continue;
      device ||= at.device;
      if (!rooted) tail = `${at.rest}${slash}${tail}`;
      rooted ||= at.rooted;
      if (rooted && (device !== '' || !windows)) break;
    }
    return device + slash + flat(tail, true);
  }

  /** Without what comes after its end, and in two: up to the last slash, and the name. */
  function split(path: string): [folder: string, name: string] {
    const { root, rest } = start(path);
    const whole = root + rest.slice(root.length - (path.length - rest.length));
    let end = whole.length;
    while (end > root.length && isSlash(whole[end - 1])) end -= 1;
    let begin = end;
    while (begin > root.length && !isSlash(whole[begin - 1])) begin -= 1;
    return [whole.slice(0, Math.max(root.length, begin - 1)), whole.slice(begin, end)];
  }

  /** Of `//a` Node answers `//`. */
  function dirname(path: string): string {
    check('path', 'string', path);
    return !windows && /^\/\/[^/]+\/*$/.test(path) ? '//' : split(path)[0] || '.';
  }

  /** The last name, be it that of what a server shares. */
  const nameOf = (path: string) =>
    (windows ? path.replace(/^[A-Za-z]:/, '') : path).split(slashes).findLast((part) => part !== '') ?? '';

  function basename(path: string, end = ''): string {
    check('suffix', 'string', end);
    check('path', 'string', path);
    if (end !== '' && end === path) return '';
    const name = nameOf(path);
    return end !== '' && name !== end && name.endsWith(end) ? name.slice(0, -end.length) : name;
  }

  const extensionOf = (name: string) => (name === '..' ? '' : (/.(\.[^.]*)$/s.exec(name)?.[1] ?? ''));

  function extname(path: string): string {
    check('path', 'string', path);
    return extensionOf(nameOf(path));
  }

  function relative(from: string, to: string): string {
    check('from', 'string', from);
    check('to', 'string', to);
    const [start, end] = [resolve(from), resolve(to)];
    const same = (one: string | undefined, other: string | undefined) =>
      windows ? one?.toLowerCase() === other?.toLowerCase() : one === other;
    if (same(start, end)) return '';
    const [here, there] = [start, end].map((path) => path.split(slash).filter(Boolean)) as [string[], string[]];
    let common = 0;
    while (common < Math.min(here.length, there.length) && same(here[common], there[common])) common += 1;
    // Nothing leads from one drive to another.
    if (windows && common === 0 && here.length > 0 && there.length > 0) return end;
    return [...here.slice(common).map(() => '..'), ...there.slice(common)].join(slash);
  }

  function parse(path: string): Required<PathParts> {
    check('path', 'string', path);
    const [folder, base] = split(path);
    const { root } = start(path);
    const ext = extensionOf(base);
    return { root, dir: folder, base, ext, name: base.slice(0, base.length - ext.length) };
  }

  function format(parts: PathParts): string {
    if (typeof parts !== 'object' || parts === null) throw wrongType('pathObject', 'of type object', parts);
    const { dir = '', root = '', base = '', name = '', ext = '' } = parts;
    const folder = dir || root;
    const file = base || name + (ext && !ext.startsWith('.') ? `.${ext}` : ext);
    return folder === '' || folder === root ? folder + file : folder + slash + file;
  }

  function isAbsolute(path: string): boolean {
    check('path', 'string', path);
    return start(path).rooted;
  }

  const toNamespacedPath = (path: string) => path;
  const methods = { normalize, join, resolve, basename, extname, dirname, relative, parse, format, isAbsolute };
  return { ...methods, toNamespacedPath, sep: slash, delimiter: windows ? ';' : ':' };
}

type Paths = ReturnType<typeof pathsOf>;

/** Each kind has both. */
interface Path extends Paths {
  posix: Path;
  win32: Path;
}

const both = { posix: pathsOf(false) as Path, win32: pathsOf(true) as Path };
Object.assign(both.win32, both);

export const path: Path = Object.assign(both.posix, both);
