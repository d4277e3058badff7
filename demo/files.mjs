// The static files of the site: what there is, and each with its type and how long it may be kept.
import { existsSync, readdirSync } from 'node:fs';
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

/** Names such as python-4f9a01c2.js carry a hash of their content (hexadecimal, as our builds are told), so they never change. */
export const hashed = /[-.][0-9a-f]{8,}(\.\w+)+$/;

/** Paths of all files below a folder, with forward slashes; a folder that is not there has none. @param {string} folder */
export function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/**
 * Reads one of the files that listFiles named.
 * @param {string} folder
 * @param {string} name
 */
export async function readStaticFile(folder, name) {
  return {
    body: await readFile(join(folder, name)),
    headers: {
      'content-type': types[extname(name)] ?? 'application/octet-stream',
      'cache-control': hashed.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      // The element and the sandbox are there to be used by pages of other origins.
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    },
  };
}
