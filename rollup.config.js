// Builds everything that is shipped or served: the element for pages, the package entries, the sandbox, the site.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';
import templates from 'rollup-plugin-minify-template-literals';
import browsersOnly from './components/build/browsers-only.js';
import fetchTogether from './components/build/fetch-together.js';
import laterParts from './components/build/later-parts.js';
import notices from './components/build/notices.js';
import shortNames from './components/build/short-names.js';
import smallest from './components/build/smallest.js';

import { hashed, listFiles } from './demo/build/files.mjs';

/** While developing, names stay the same: partykit drops every connection when a served file comes or goes. */
const watching = process.env.ROLLUP_WATCH === 'true';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const shared = Object.keys(dependencies).filter((name) => !/^@(codemirror|lezer)\//.test(name));

/** Settings of the compiler that change what the code means; they say the same as tsconfig.json. */
const compiler = { experimentalDecorators: true, useDefineForClassFields: false };
const compile = (options = {}) =>
  esbuild({ target: 'es2022', tsconfig: false, tsconfigRaw: { compilerOptions: compiler }, ...options });

/** @typedef {import('rollup').RollupOptions} RollupOptions @typedef {import('rollup').Plugin} Plugin */

/** The element with all it needs, for a script tag; what is needed later comes in chunks of its own. @type {RollupOptions} */
const element = {
  input: { 'code-room': 'components/cdn.ts' },
  output: {
    dir: 'dist/cdn',
    format: 'es',
    entryFileNames: '[name].js',
    // In a folder of their own: one rule tells Cloudflare that they may be kept for good.
    chunkFileNames: (chunk) => `chunks/${packageOf(chunk)}${watching ? '' : '-[hash]'}.js`,
    hashCharacters: 'hex',
  },
  // Without it rollup keeps an empty entry file that only imports another: one request more.
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    nodeResolve({ browser: true }),
    browsersOnly(),
    laterParts(),
    watching ? null : shortNames(),
    templates({ include: ['components/**'] }),
    compile({ minify: !watching }),
    watching ? null : smallest(),
    // All that nearly every grammar needs.
    fetchTogether('standard-setup', ['lezer-lr', 'codemirror-autocomplete']),
    notices(),
    forget('dist/cdn'),
    copy('dist/cdn', 'dist/site'),
  ],
};

/**
 * The entries of the npm package; dependencies stay imports, so that a page that has them gets them once. Not the editor's: its
 * packages work together in one version only, and a page that pins another of one of them would have an editor that takes no key.
 * @type {RollupOptions}
 */
const entries = {
  input: {
    index: 'components/index.ts',
    define: 'components/define.ts',
    session: 'components/session/index.ts',
    party: 'party/partykit.ts',
    worker: 'party/worker.ts',
    react: 'components/react.ts',
  },
  output: { dir: 'dist', format: 'es', chunkFileNames: 'chunks/[name]-[hash].js', hashCharacters: 'hex' },
  external: (id) => id.startsWith('cloudflare:') || shared.some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [nodeResolve(), compile(), notices(), forget('dist/chunks')],
  // One entry is there for its types only.
  onwarn: (warning, warn) => warning.code !== 'EMPTY_BUNDLE' && warn(warning),
};

/** What a part of the project builds by itself. @param {string} path @returns {Promise<RollupOptions[]>} */
const buildsOf = async (path) => (await import(path)).default;

const sandbox = (await buildsOf('./components/runner/rollup.js')).map((build) => ({
  ...build,
  plugins: [build.plugins, forget('dist/sandbox'), copy('dist/sandbox', 'dist/site/sandbox')],
}));

export default [element, entries, ...sandbox, ...(await buildsOf('./demo/build/rollup.js'))];

/** Names a chunk by the package it is for, else as rollup would. @param {import('rollup').PreRenderedChunk} chunk */
function packageOf({ name, facadeModuleId, moduleIds }) {
  const [, found] = (facadeModuleId ?? moduleIds.at(-1) ?? '').match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/) ?? [];
  return found ? found.replace('@', '').replace('/', '-') : name;
}

/** Takes away what an earlier build left in a folder and this one did not write again. @param {string} folder @returns {Plugin} */
function forget(folder) {
  return {
    name: 'forget',
    writeBundle: ({ dir = folder }, bundle) => {
      const written = Object.keys(bundle).map((name) => relative(folder, join(dir, name)));
      keepOnly(folder, written);
    },
  };
}

/** Copies a built folder to where the site serves it. @param {string} from @param {string} to @returns {Plugin} */
function copy(from, to) {
  return {
    name: 'copy',
    closeBundle() {
      cpSync(from, to, { recursive: true });
      keepOnly(to, listFiles(from));
    },
  };
}

/** @param {string} folder @param {string[]} names Of files whose names carry a hash; all others stay. */
function keepOnly(folder, names) {
  const stale = listFiles(folder).filter((name) => hashed.test(name) && !names.includes(name));
  for (const name of stale) rmSync(join(folder, name));
}
