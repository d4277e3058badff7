// Removes the type declarations that no entry of the package leads to, after they were written to dist/types.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

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
for (const entry of readdirSync(TYPES, { recursive: true, withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name);
  if (entry.isFile() && !reached.has(path)) rmSync(path);
}
