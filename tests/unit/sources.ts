// The project's own source files and what each imports, for tests about the project itself.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What tools leave behind; .gitignore names the same. */
const left = new Set(['node_modules', 'dist', '.git', '.partykit', '.wrangler', '.cache', 'coverage']);

/** Path from the project's root, with forward slashes, to text. */
export type Sources = ReadonlyMap<string, string>;

export function topLevel(): string[] {
  return readdirSync(project).filter((name) => !left.has(name) && !name.endsWith('.tgz') && !name.startsWith('.env'));
}

/** Files of candidates, and projects of other teams, which keep other habits. */
const foreign = /^demo\/(questions|examples)\//;

export function readSources(...folders: string[]): Sources {
  const sources = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(join(project, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !/\.(ts|js|mjs)$/.test(entry.name)) continue;
      const name = relative(project, path).split(sep).join('/');
      if (!foreign.test(name)) sources.set(name, readFileSync(path, 'utf8'));
    }
  }
  return sources;
}

/** Every module named by import, export or import(); a relative one as the path of its source file. */
export function importsOf(path: string, source: string): string[] {
  const code = withoutComments(source);
  // The end of the statement is looked for as well: a sentence may say 'from "iat" to "exp"'.
  const named = /(?:\bfrom|\bimport)\s*\(?\s*(['"`])([^'"`]+)\1(?=\s*(?:[;),\n]|with\b|$))/g;
  return [...code.matchAll(named)].map(([, , name = '']) => {
    if (!name.startsWith('.')) return name;
    return posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts');
  });
}

/** A module and all it reaches among the given sources, with what they import from elsewhere. */
export function closure(start: string, sources: Sources): Set<string> {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    const source = sources.get(path);
    if (source !== undefined) for (const name of importsOf(path, source)) visit(name);
  };
  visit(start);
  return reached;
}

/** The code with comments blanked out, lines kept; strings that look like comments do not matter here. */
export function withoutComments(source: string): string {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
  return source.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|[^:'"`\\])\/\/[^\n]*/g, blank);
}
