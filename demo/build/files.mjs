// The static files of the site: their types, cache lifetimes and compressed copies.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.zip': 'application/zip',
};

/** Content encodings and their file extensions, the smallest first. */
export const encodings = { br: '.br', gzip: '.gz' };

/** Names such as python-4f9a01c2.js contain a (hexadecimal) hash of their content, so they never change. */
export const hashed = /[-.][0-9a-f]{8,}(\.\w+)+$/;

/** Files of one version of the element, which stay at their address after the next one has come. @param {string} name */
export function isPinned(name) {
  return /^code-room\/\d/.test(name);
}

/** Paths of all files below a folder, with forward slashes; empty if there is no such folder. @param {string} folder */
export function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** @param {string} name */
export function typeOf(name) {
  return types[extname(name)] ?? 'application/octet-stream';
}

/** The folder of a site's compressed files: next to the site's, so that they are not part of the site. @param {string} folder */
export function compressedFolder(folder) {
  return `${folder}-packed`;
}

/**
 * What a server has to know about the files below a folder. In watch mode files change under their names, so they have
 * neither hash nor compressed copies.
 * @param {string} folder
 * @returns {import('../server/static-files.js').StaticFiles}
 */
export function describeFiles(folder, changing = process.env.ROLLUP_WATCH === 'true') {
  return Object.fromEntries(
    listFiles(folder)
      .filter((name) => name !== '_headers')
      .map((name) => {
        const inside = name.endsWith(encodings.gzip) ? typeOf(name.slice(0, -encodings.gzip.length)) : null;
        const about = { type: typeOf(name), inside, immutable: hashed.test(name) || isPinned(name), encodings: [] };
        if (changing) return [name, about];
        const hash = createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')
          .slice(0, 16);
        return [name, { ...about, hash, encodings: encodingsOf(folder, name) }];
      }),
  );
}

/** A copy that is older than its file is ignored. @param {string} folder @param {string} name */
function encodingsOf(folder, name) {
  const since = statSync(join(folder, name)).mtimeMs;
  return Object.entries(encodings).flatMap(([encoding, extension]) => {
    const compressed = join(compressedFolder(folder), name + extension);
    return existsSync(compressed) && statSync(compressed).mtimeMs >= since ? [encoding] : [];
  });
}

/**
 * Reads one of the files from listFiles, for test servers: with its type, and with CORS for all origins.
 * @param {string} folder
 * @param {string} name
 */
export async function readStaticFile(folder, name) {
  return {
    body: await readFile(join(folder, name)),
    headers: {
      'content-type': typeOf(name),
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  };
}
