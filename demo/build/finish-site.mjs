// Finishes the built site: language packs, a folder for each version of the element, compressed copies, Cloudflare's rules for caches.
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { compressedFolder, encodings, hashed, isPinned, listFiles, typeOf } from './files.mjs';

const site = 'dist/site';
const compressed = compressedFolder(site);

/** Smaller files are not worth compressing. */
const worthwhile = 1024;

/** Maximum number of rules that Cloudflare reads. */
const mostRules = 100;

/** @type {Record<keyof typeof encodings, (content: Buffer) => Buffer>} */
const compressors = {
  br: (content) =>
    brotliCompressSync(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
  gzip: (content) => gzipSync(content, { level: 9 }),
};

/** The language packs, which the site serves as they are. */
const packs = 'dist/packs';

rmSync(join(site, 'packs'), { recursive: true, force: true });
for (const name of listFiles(packs)) place(join(packs, name), join(site, 'packs', name));

/** The element once more, in a folder of its version; earlier ones stay. In watch mode it changes too often to be one version. */
const cdn = 'dist/cdn';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const pinned = `code-room/${version}/`;
if (process.env.ROLLUP_WATCH !== 'true') {
  rmSync(join(site, pinned), { recursive: true, force: true });
  cpSync(cdn, join(site, pinned), { recursive: true });
}

const names = listFiles(site).filter((name) => name !== '_headers');
/** @type {Set<string>} */
const wanted = new Set();
// What is pinned takes the copies of the others, so it comes after them.
const last = names.toSorted((a, b) => Number(isPinned(a)) - Number(isPinned(b)));
for (const name of last.filter((one) => /^text\/|json|svg/.test(typeOf(one)))) compress(name);
for (const name of listFiles(compressed)) if (!wanted.has(name)) rmSync(join(compressed, name));
writeFileSync(join(site, '_headers'), headers());

/** They are large: one copy of each is enough, where the disk knows how. @param {string} from @param {string} to */
function place(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** @param {string} name */
function compress(name) {
  const source = join(site, name);
  const { size, mtimeMs } = statSync(source);
  if (size < worthwhile) return;
  for (const [encoding, extension] of Object.entries(encodings)) {
    const target = join(compressed, name + extension);
    wanted.add(name + extension);
    // Compressing takes seconds, so unchanged files are skipped.
    if (existsSync(target) && statSync(target).mtimeMs >= mtimeMs) continue;
    mkdirSync(dirname(target), { recursive: true });
    const same = join(compressed, name.slice(pinned.length) + extension);
    if (name.startsWith(pinned) && existsSync(same)) copyFileSync(same, target);
    else writeFileSync(target, compressors[/** @type {keyof typeof encodings} */ (encoding)](readFileSync(source)));
  }
}

/** The headers of demo/server/static-files.ts, in the format of Cloudflare's assets. */
function headers() {
  // These never change: names in chunks/ have a hash, paths in code-room/ a version.
  const kept = [
    'chunks/*',
    'code-room/*',
    ...names.filter((name) => hashed.test(name) && !name.startsWith('chunks/') && !isPinned(name)),
  ];
  if (kept.length >= mostRules) throw new Error(`_headers would have more than ${mostRules} rules.`);
  const all = [
    '/*',
    '  Access-Control-Allow-Origin: *',
    '  Cross-Origin-Resource-Policy: cross-origin',
    '  X-Content-Type-Options: nosniff',
  ];
  const forGood = kept.flatMap((name) => [`/${name}`, '  Cache-Control: public, max-age=31536000, immutable']);
  return `${[...all, ...forGood].join('\n')}\n`;
}
