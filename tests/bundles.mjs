// The browser tests as files a page loads in a few requests, not module by module.
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { listFiles } from '../demo/build/files.mjs';

const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** Pages that tests make load these by themselves. */
const loaded = ['tests/fixtures/strict-page.ts', 'components/runner/runner.ts'];

/** Each by its path, the tests under those of their sources too. @returns {Promise<Map<string, Uint8Array>>} */
export async function bundleTests() {
  const tests = listFiles('tests/browser').filter((name) => name.endsWith('.test.ts'));
  const entryPoints = [...tests.map((name) => `tests/browser/${name}`), ...loaded];
  const { outputFiles } = await build({
    absWorkingDir: project,
    entryPoints,
    outdir: project,
    outbase: project,
    write: false,
    bundle: true,
    // What is loaded when it is needed stays so, and what several share is there once.
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production', 'browser'],
    // The package names its built files; of the sources more than those do something when loaded.
    ignoreAnnotations: true,
    chunkNames: 'tests/chunks/[hash]',
    sourcemap: 'inline',
  });
  const bundles = new Map(outputFiles.map(({ path, contents }) => [`/${relative(project, path)}`, contents]));
  for (const name of entryPoints) {
    const bundle = bundles.get(`/${name.replace(/\.ts$/, '.js')}`);
    if (bundle) bundles.set(`/${name}`, bundle);
  }
  return bundles;
}
