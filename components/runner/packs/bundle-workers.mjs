// Bundles the scripts of the language packs' workers, each to one classic script, so that packs can be built where no sources are.
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundled, loadPack, packIds } from './build-packs.mjs';

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await bundleWorkers();

/** @param {string} [sources] Folder of the packs' folders. @param {string} [out] */
export async function bundleWorkers(sources, out = bundled) {
  rmSync(out, { recursive: true, force: true });
  for (const id of packIds(sources)) {
    const { worker, scripts } = await loadPack(id, sources);
    const inputs = typeof scripts === 'string' ? { [worker]: scripts } : scripts;
    mkdirSync(join(out, id), { recursive: true });
    for (const [name, input] of Object.entries(inputs)) {
      await bundle(join(sources ?? fileURLToPath(new URL('.', import.meta.url)), id, input), join(out, id, name));
    }
  }
}

/** @param {string} input @param {string} outfile */
async function bundle(input, outfile) {
  await build({
    entryPoints: [input],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    logLevel: 'error',
    // No module of a classic worker has an address.
    define: { 'import.meta.url': '"https://runtime.invalid/"', 'process.env.NODE_ENV': '"production"' },
    loader: { '.sql': 'text', '.txt': 'text' },
    external: ['node:*', 'fs', 'path', 'os', 'crypto', 'module', 'url', 'worker_threads', 'ws'],
    footer: { js: '//# sourceURL=node:internal' },
  });
}
