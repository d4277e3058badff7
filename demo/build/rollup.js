/** Builds the pages' scripts and copies their static files. */
import { readdirSync, readFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';

const STATIC_FILES = 'demo/site/static';
const plugins = () => [nodeResolve({ browser: true }), esbuild({ target: 'es2022', tsconfig: false, minify: true })];

/** @type {import('rollup').RollupOptions[]} */
export default [
  {
    input: 'demo/site/site.ts',
    output: { file: 'dist/site/site.js', format: 'es' },
    plugins: [...plugins(), copyStaticFiles()],
  },
  {
    input: 'demo/site/desk.ts',
    output: { file: 'dist/site/desk.js', format: 'es' },
    plugins: plugins(),
  },
  {
    // As below.
    input: 'demo/site/replay.ts',
    output: { file: 'dist/site/replay.js', format: 'iife' },
    plugins: plugins(),
  },
  {
    // As below.
    input: 'demo/site/report.ts',
    output: { file: 'dist/site/report.js', format: 'iife' },
    plugins: plugins(),
  },
  {
    // Not a module: it must run before the rest of the page is parsed, while the room's key is still in the URL.
    input: 'demo/site/room.ts',
    output: { file: 'dist/site/room.js', format: 'iife' },
    plugins: plugins(),
  },
];

/** @returns {import('rollup').Plugin} */
function copyStaticFiles() {
  return {
    name: 'static-files',
    generateBundle() {
      for (const fileName of readdirSync(STATIC_FILES)) {
        this.addWatchFile(`${STATIC_FILES}/${fileName}`);
        this.emitFile({ type: 'asset', fileName, source: readFileSync(`${STATIC_FILES}/${fileName}`) });
      }
    },
  };
}
