// The project's documents: every link and every named source file exists.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { describe, it } from 'node:test';
import { readSources, topLevel } from './sources.js';

const FOLDERS = ['components', 'demo', 'party', 'tests'];
/** Installed packages may lie within these folders, too. */
const paths = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path).split(sep).join('/')),
).filter((path) => !path.includes('node_modules'));
const pages = [...topLevel(), ...paths].filter((path) => path.endsWith('.md'));
const read = (path: string) => readFileSync(path, 'utf8');

/** As GitHub makes them of headings. */
const anchors = (page: string) =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );

describe('documents', () => {
  it('link to existing files and headings', () => {
    assert.ok(pages.length >= 9, pages.join());
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(([link, to = '', heading]) => {
        const target = to === '' ? page : posix.join(dirname(page), to);
        const leads = existsSync(target) && (!heading || anchors(target).includes(heading));
        return leads ? [] : [`${page}: ${link}`];
      }),
    );
    assert.deepEqual(broken, []);
  });

  it('name existing source files', () => {
    const known = [...paths, ...topLevel()];
    const missing = ['AGENTS.md', 'SECURITY.md', 'party/PROTOCOL.md'].flatMap((page) =>
      [...read(page).matchAll(/`([\w./{},-]+\.(?:ts|mjs|md|json))`/g)].flatMap(([, name = '']) =>
        spelledOut(name)
          .filter((path) => !known.some((file) => file === path || file.endsWith(`/${path}`)))
          .map((path) => `${page}: ${path}`),
      ),
    );
    assert.deepEqual(missing, []);
  });

  it('and comments name our files correctly', () => {
    const names = new Set([...paths, ...topLevel()].map((path) => posix.basename(path)));
    const gone = [...readSources('components', 'demo', 'party')].flatMap(([path, source]) =>
      [...source.matchAll(/^\s*(?:\/\/|\/?\*).*?\b([a-z][\w-]*\.(?:ts|mjs|md))\b/gm)].flatMap(([line, name = '']) =>
        names.has(name) ? [] : [`${path}: ${line.trim()}`],
      ),
    );
    assert.deepEqual(gone, []);
  });
});

/** `a/{b,c}.ts` is `a/b.ts` and `a/c.ts`. */
function spelledOut(name: string): string[] {
  const [, before = '', all = '', after = ''] = /^(.*)\{(.+)\}(.*)$/.exec(name) ?? [];
  return all === '' ? [name] : all.split(',').map((one) => before + one + after);
}
