/** How much a page fetches, compressed, before two people can type together. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { type Figure, kB } from './figure.js';

const entry = 'dist/cdn/code-room.js';
const targetKB = 118;

/** Follows the static imports of the element's entry; what is loaded later is not counted. */
export async function firstBytes(): Promise<Figure> {
  // Only to learn who imports whom; the result is thrown away.
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    splitting: true,
    format: 'esm',
    metafile: true,
    write: false,
    outdir: 'dist',
    logLevel: 'silent',
  });
  const needed = new Set([entry]);
  for (const path of needed) {
    for (const used of metafile.inputs[path]?.imports ?? [])
      if (used.kind === 'import-statement') needed.add(used.path);
  }
  const sizes: [string, number][] = await Promise.all(
    [...needed].map(
      async (path): Promise<[string, number]> => [path, gzipSync(await readFile(path), { level: 9 }).length],
    ),
  );
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  return {
    what: 'bytes until two people can type together, gzip',
    figure: kB(total),
    target: `at most ${targetKB} kB`,
    met: total <= targetKB * 1000,
    detail: sizes.map(([path, size]) => `${kB(size)}  ${path}`),
  };
}
