// Builds language packs: each in a folder of its own with a manifest, and beside them the list of all. PACKS.md has the format.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * What `packs/<id>/pack.mjs` exports by default.
 * @typedef {object} Pack
 * @property {string} id
 * @property {{ id: string, label: string, extension?: string, highlight?: string }[]} languages
 * @property {string} version Of what is in it.
 * @property {string[]} packages Of npm, in the versions that this package was built with.
 * @property {string} worker Name of the worker's script.
 * @property {string | Record<string, string>} scripts What is bundled to a script, by its name: bundle-workers.mjs does it.
 * @property {string[]} [compiledInFrame] The `.wasm` files that workers get as compiled modules.
 * @property {(out: string, tools: { folderOf(name: string): string }) => Promise<void>} files Writes all further files, plain.
 * @property {{ name: string, licence: string, url: string }[]} licences
 * @property {number} [memoryMb] What a worker needs.
 */

/** Cloudflare takes no static file above 25 MiB. */
const PART_BYTES = 24 * 1024 * 1024;
/** What packing has to save to be worth unpacking. */
const WORTHWHILE = 0.95;
const MANIFEST = 'manifest.json';
const LIST = 'packs.json';
/** Names of what a build writes into the folder of a pack. */
const WRITTEN = /-[0-9a-f]{12}\.pack$|^(LICENCES\.txt|manifest\.json)$/;

const here = dirname(fileURLToPath(import.meta.url));
const project = resolve(here, '../../..');
/** Where bundle-workers.mjs has put the scripts. */
export const bundled = join(project, 'dist/pack-workers');

/** Ids of the packs that can be built. */
export function packIds(sources = here) {
  return readdirSync(sources).filter((id) => existsSync(join(sources, id, 'pack.mjs')));
}

/** @param {string} id @returns {Promise<Pack>} */
export async function loadPack(id, sources = here) {
  const path = join(sources, id, 'pack.mjs');
  if (!existsSync(path)) throw new Error(`There is no pack ${id}. There are: ${packIds(sources).join(', ')}.`);
  return (await import(pathToFileURL(path).href)).default;
}

/**
 * Builds packs into a folder; what has not changed since is left as it is. Throws an Error with a sentence.
 * @param {string[]} ids @param {string} out @param {(line: string) => void} say
 */
export async function buildPacks(ids, out, say, sources = here, workers = bundled) {
  const packs = await Promise.all(ids.map((id) => loadPack(id, sources)));
  const missing = packs.flatMap(({ packages }) => packages.filter((name) => !isThere(name)).map(wanted));
  if (missing.length > 0)
    throw new Error(`Packages are missing. Install them first:\n  npm install ${missing.join(' ')}`);
  for (const { id } of packs) assertReplaceable(join(out, id));
  mkdirSync(out, { recursive: true });
  for (const pack of packs) await buildPack(pack, out, say, join(sources, pack.id), join(workers, pack.id));
  writeFileSync(join(out, LIST), `${JSON.stringify({ format: 1, packs: listed(out) })}\n`);
}

/** A build takes the place of what one before has left, whole or broken off, and of nothing else. @param {string} folder */
function assertReplaceable(folder) {
  if (!existsSync(folder)) return;
  const isFolder = statSync(folder).isDirectory();
  const entries = isFolder ? readdirSync(folder, { withFileTypes: true }) : [];
  // The parts come first: names that a site may have for its own files tell nothing without them.
  const ours = entries.every((entry) => entry.isFile() && WRITTEN.test(entry.name));
  if (isFolder && ours && (entries.length === 0 || entries.some(({ name }) => name.endsWith('.pack')))) return;
  throw new Error(
    `${folder} is there, and holds other files than those of a language pack. Move it away, or name another folder with --out.`,
  );
}

/** @param {Pack} pack @param {string} out @param {(line: string) => void} say @param {string} source @param {string} workers */
async function buildPack(pack, out, say, source, workers) {
  const { id, languages, worker, compiledInFrame = [], licences, memoryMb } = pack;
  const folder = join(out, id);
  const built = inputs(pack, source, workers);
  if (readManifest(folder)?.built === built) return;
  say(`Building the pack ${id}…`);
  const temporary = mkdtempSync(join(tmpdir(), 'code-room-pack-'));
  try {
    for (const name of readdirSync(workers)) writeFileSync(join(temporary, name), readFileSync(join(workers, name)));
    await pack.files(temporary, { folderOf });
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const files = readdirSync(temporary)
      .sort()
      .map((name) => writeParts(folder, name, readFileSync(join(temporary, name))));
    for (const name of [worker, ...compiledInFrame]) {
      if (!files.some((file) => file.name === name)) throw new Error(`The pack ${id} has not made its file ${name}.`);
    }
    const version = `${pack.version}-${digest(JSON.stringify([languages, worker, compiledInFrame, files])).slice(0, 12)}`;
    const about = { format: 1, id, version, languages, worker, compiledInFrame, files, licences, memoryMb, built };
    writeFileSync(join(folder, 'LICENCES.txt'), licenceTexts(pack));
    // The last of all: what stands there is whole.
    writeFileSync(join(folder, MANIFEST), `${JSON.stringify(about, null, 1)}\n`);
    say(`${id} ${version}: ${megabytes(travels(files))} as it travels.`);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** @param {string} folder @param {string} name @param {Buffer} content */
function writeParts(folder, name, content) {
  const gzip = gzipSync(content, { level: 9 });
  const packed = gzip.length < content.length * WORTHWHILE;
  const source = packed ? gzip : content;
  const parts = [];
  for (let at = 0; at === 0 || at < source.length; at += PART_BYTES) {
    const part = source.subarray(at, at + PART_BYTES);
    const sha256 = digest(part);
    // No server takes the extension for a packing that it could undo on the way.
    const path = `${name.slice(0, name.length - extname(name).length)}-${sha256.slice(0, 12)}.pack`;
    writeFileSync(join(folder, path), part);
    parts.push({ path, size: part.length, sha256 });
  }
  return { name, size: content.length, ...(packed && { packed: 'gzip' }), parts };
}

/** @param {string} out */
function listed(out) {
  const manifests = readdirSync(out).flatMap((id) => readManifest(join(out, id)) ?? []);
  return manifests.map(({ id, version, languages, worker, compiledInFrame, files, memoryMb }) => ({
    id,
    version,
    languages,
    worker,
    files: files
      .map((/** @type {{ name: string }} */ { name }) => name)
      .filter((/** @type {string} */ name) => name !== worker),
    compiled: compiledInFrame,
    size: travels(files),
    memoryMb,
  }));
}

/** Undefined where there is none of a pack: other things have files of this name, too. @param {string} folder */
function readManifest(folder) {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    const { format, built, files } = manifest ?? {};
    return format === 1 && typeof built === 'string' && Array.isArray(files) ? manifest : undefined;
  } catch {
    return undefined; // There is no such file, or it is no JSON: a build may have been broken off.
  }
}

/** Bytes that are fetched. @param {{ parts: { size: number }[] }[]} files */
function travels(files) {
  return files.flatMap(({ parts }) => parts).reduce((sum, { size }) => sum + size, 0);
}

/** Tells all that a pack is made of. @param {Pack} pack @param {string} source @param {string} workers */
function inputs({ packages }, source, workers) {
  const scripts = join(workers);
  if (!existsSync(scripts)) throw new Error(`${scripts} is missing. Run \`npm run build\` first.`);
  // In an order that does not depend on where the folders are.
  const files = [source, scripts].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  );
  const contents = [fileURLToPath(import.meta.url), ...files].map((path) => readFileSync(path));
  return digest(...contents, ...packages.map((name) => `${name} ${about(name).version}\n`));
}

/** @param {Pack} pack */
function licenceTexts({ licences, packages }) {
  const lines = licences.map(({ name, licence, url }) => `${name}, ${licence}; ${url}`);
  const texts = packages.flatMap((name) =>
    readdirSync(folderOf(name))
      .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
      .map((file) => `${name}, ${file}\n\n${readFileSync(join(folderOf(name), file), 'utf8')}`),
  );
  return `The files in this folder are built from other people's work:\n\n${lines.join('\n')}\n\n${texts.join('\n\n')}`;
}

/** Where a package of npm is installed: beside this one, or in the folder in which the command is called. @param {string} name */
function folderOf(name) {
  const places = [import.meta.url, pathToFileURL(join(process.cwd(), 'x.js')).href];
  const found = places
    .flatMap((place) => createRequire(place).resolve.paths(name) ?? [])
    .map((path) => join(path, name))
    .find((path) => existsSync(join(path, 'package.json')));
  if (!found) throw new Error(`The package ${name} is missing. Install it first: npm install ${wanted(name)}`);
  return found;
}

/** In the version that the worker's script has in it. @param {string} name */
function isThere(name) {
  try {
    return [about(name).version, undefined].includes(versionOf(name));
  } catch {
    return false;
  }
}

/** @param {string} name @returns {{ version: string }} */
function about(name) {
  return JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8'));
}

/** @param {string} name */
function wanted(name) {
  return [name, versionOf(name)].filter(Boolean).join('@');
}

/** @param {string} name @returns {string | undefined} */
function versionOf(name) {
  return JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')).devDependencies?.[name];
}

/** @param {...(string | Buffer)} contents */
function digest(...contents) {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex');
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
