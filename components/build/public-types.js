// Removes the type declarations that no entry of the package leads to, after they were written to dist/types.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from '../../demo/build/files.mjs';

const TYPES = 'dist/types';
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']/g;

/** @type {{ exports: Record<string, string | { types: string }> }} */
const { exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const reached = new Set(
  Object.values(exports).flatMap((entry) => (typeof entry === 'string' ? [] : [join(entry.types)])),
);
for (const file of reached) {
  // Those of frameworks are written later, and lead nowhere else.
  if (!file.startsWith(TYPES)) continue;
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    const found = join(dirname(file), path.replace(/\.js$/, '.d.ts'));
    if (existsSync(found)) reached.add(found);
  }
}
for (const name of listFiles(TYPES)) if (!reached.has(join(TYPES, name))) rmSync(join(TYPES, name));
