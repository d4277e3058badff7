// Brings Python packages to a host of one's own: what is named and all that it needs, from a Pyodide release, with a list that the runner reads.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * One package of `pyodide-lock.json`; what else stands there is handed on.
 * @typedef {{ name: string, file_name: string, sha256: string, version?: string, depends?: string[] }} Package
 */

const LOCK = 'pyodide-lock.json';
const AT_ONCE = 4;
/** Names that are shown of those that are like a wrong one. */
const SHOWN = 5;

/** Where the release is that the sandbox has its Python from. */
export function releaseAddress() {
  const path = join(dirname(fileURLToPath(import.meta.url)), '../../../package.json');
  const version = JSON.parse(readFileSync(path, 'utf8')).devDependencies.pyodide.replace('^', '');
  return `https://cdn.jsdelivr.net/pyodide/v${version}/full/`;
}

/**
 * The folder offers these and what they need; files that are there already are not fetched again. Throws an Error with a sentence.
 * @param {string[]} names @param {string} out @param {(line: string) => void} say @param {string} from Address of a release's folder.
 */
export async function bringPackages(names, out, say, from = releaseAddress()) {
  if (!/^https?:\/\/./.test(from)) throw new Error(`${from} is no address: write it with https://.`);
  const base = new URL(from.replace(/\/*$/, '/'));
  const lock = readLock(await fetched(new URL(LOCK, base)), base);
  const wanted = withNeeds(names, lock.packages, base);
  mkdirSync(out, { recursive: true });
  const waiting = [...wanted];
  let size = 0;
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const brought = await bring(next, base, out, say);
      // Not in one line: that would read the sum before the wait, in which others add to it.
      size += brought;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  // Last: a folder without its list offers nothing.
  const packages = Object.fromEntries(wanted.map((each) => [each.name, each]));
  put(out, LOCK, Buffer.from(JSON.stringify({ ...lock, packages })));
  say(`${wanted.length} packages, ${megabytes(size)}, in ${out}.`);
}

/** @param {Buffer} bytes @param {URL} base @returns {{ packages: Record<string, Package> }} */
function readLock(bytes, base) {
  try {
    const lock = JSON.parse(bytes.toString());
    if (typeof lock.info === 'object' && typeof lock.packages === 'object') return lock;
  } catch {
    // Said below.
  }
  throw new Error(`${base.href}${LOCK} is no list of Pyodide packages.`);
}

/** @param {string[]} names @param {Record<string, Package>} packages @param {URL} base */
function withNeeds(names, packages, base) {
  const known = new Map(Object.values(packages).map((each) => [plain(each.name), each]));
  /** @type {Map<string, Package>} */
  const found = new Map();
  const add = (/** @type {string} */ name) => {
    const each = known.get(plain(name));
    if (!each) throw new Error(`${name} is not among the packages at ${base.href}.${likeNames(name, known)}`);
    if (found.has(each.name)) return;
    found.set(each.name, each);
    for (const other of each.depends ?? []) add(other);
  };
  for (const name of names) add(name);
  return [...found.values()];
}

/** @param {string} name @param {Map<string, Package>} known */
function likeNames(name, known) {
  const like = [...known.keys()].filter((other) => other.includes(plain(name)) || plain(name).includes(other));
  return like.length > 0 ? ` There are: ${like.slice(0, SHOWN).join(', ')}.` : '';
}

/** Python's packages are the same in any case, with `-`, `_` or `.`. @param {string} name */
function plain(name) {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

/** Its size in bytes. @param {Package} each @param {URL} base @param {string} out @param {(line: string) => void} say */
async function bring({ name, version = '', file_name, sha256 }, base, out, say) {
  const file = join(out, file_name);
  if (file_name.includes('/') || file_name.includes('\\')) throw new Error(`${file_name} is no name of a file.`);
  const kept = existsSync(file) ? readFileSync(file) : undefined;
  if (kept && hash(kept) === sha256) return kept.length;
  const url = new URL(file_name, base);
  const bytes = await fetched(url);
  if (hash(bytes) !== sha256) throw new Error(`${url.href} is not the file that ${LOCK} lists: its SHA-256 differs.`);
  put(out, file_name, bytes);
  say(`${name} ${version}: ${megabytes(bytes.length)}`);
  return bytes.length;
}

/** @param {URL} url */
async function fetched(url) {
  const answer = await fetch(url).catch(() => {
    throw new Error(`${url.origin} cannot be reached. Check the connection, or name another place: --from URL.`);
  });
  if (!answer.ok) throw new Error(`${url.href} answers ${answer.status}.`);
  return Buffer.from(await answer.arrayBuffer());
}

/** A file is whole or not there. @param {string} out @param {string} name @param {Buffer} bytes */
function put(out, name, bytes) {
  const unfinished = join(out, `.${name}.part`);
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, join(out, name));
}

/** @param {Buffer} bytes */
function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
