// Builds everything that is shipped or served: the element for pages, the package entries, the sandbox, the site.
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import commonjsOf from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';
import templates from 'rollup-plugin-minify-template-literals';
import bareErrors from './components/build/bare-errors.js';
import baseTheme from './components/build/base-theme.js';
import browsersOnly from './components/build/browsers-only.js';
import fetchTogether from './components/build/fetch-together.js';
import integrity from './components/build/integrity.js';
import laterParts from './components/build/later-parts.js';
import minifyFirstLoad from './components/build/minify.js';
import notices from './components/build/notices.js';
import sandboxNotices from './components/build/sandbox-notices.js';
import shortNames from './components/build/short-names.js';

import { hashed, isPinned, listFiles } from './demo/build/files.mjs';

const PLACEHOLDER = ['code-room-placeholder.css', 'components/styles/placeholder.css'];

/** In watch mode names stay the same: partykit drops every connection when a served file is added or removed. */
const watching = process.env.ROLLUP_WATCH === 'true';

const { dependencies, version } = JSON.parse(readFileSync('package.json', 'utf8'));
// Of the editor's packages only types are asked for.
const shared = Object.keys(dependencies).filter((name) => !name.startsWith('@codemirror/'));

/** Compiler settings that change the meaning of code; the same as in tsconfig.json. */
const compiler = { experimentalDecorators: true, useDefineForClassFields: false };
const compile = (options = {}) =>
  esbuild({ target: 'es2022', tsconfig: false, tsconfigRaw: { compilerOptions: compiler }, ...options });

/** @typedef {import('rollup').RollupOptions} RollupOptions @typedef {import('rollup').Plugin} Plugin */

/** Its types are those of a CommonJS module, which it is not. */
const commonjs = /** @type {() => Plugin} */ (/** @type {unknown} */ (commonjsOf));

/** The element for a script tag; what loads later is in separate chunks. @type {RollupOptions} */
const element = {
  input: { 'code-room': 'components/cdn.ts' },
  output: {
    dir: 'dist/cdn',
    format: 'es',
    entryFileNames: '[name].js',
    // In a folder of their own, so that one rule tells Cloudflare to cache them permanently.
    chunkFileNames: (chunk) => `chunks/${packageOf(chunk)}${watching ? '' : '-[hash]'}.js`,
    hashCharacters: 'hex',
  },
  // Otherwise rollup would keep an empty entry that only imports another: one request more.
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    nodeResolve({ browser: true }),
    browsersOnly(),
    baseTheme(),
    laterParts(),
    watching ? null : shortNames(),
    templates({ include: ['components/**'] }),
    compile({ minify: !watching }),
    watching ? null : bareErrors(),
    watching ? null : minifyFirstLoad(),
    // Chunks that nearly every grammar needs.
    fetchTogether('standard-setup', ['lezer-lr', 'codemirror-autocomplete']),
    notices(),
    styles(),
    watching ? null : integrity(version),
    forget('dist/cdn'),
    copy('dist/cdn', 'dist/site'),
  ],
};

/** @param {string} id */
const external = (id) =>
  id.startsWith('cloudflare:') || shared.some((name) => id === name || id.startsWith(`${name}/`));

/**
 * The entries of the npm package for pages. Dependencies stay imports, so that a page has them once, except the editor's: its
 * packages only work together in one version, and a page that pins another version of one would have a broken editor.
 * @type {RollupOptions}
 */
const entries = {
  input: { index: 'components/index.ts', define: 'components/define.ts', session: 'components/session/index.ts' },
  output: { dir: 'dist', format: 'es', chunkFileNames: 'chunks/[name]-[hash].js', hashCharacters: 'hex' },
  external,
  plugins: [nodeResolve(), compile(), notices(), forget('dist/chunks')],
};

/** Those for room servers. All they need is bundled: nobody should install it for a page. @type {RollupOptions} */
const servers = {
  input: { party: 'party/serve/partykit.ts', worker: 'party/serve/worker.ts' },
  output: { dir: 'dist/server', format: 'es', chunkFileNames: 'chunks/[name]-[hash].js', hashCharacters: 'hex' },
  external,
  plugins: [
    nodeResolve({ exportConditions: ['workerd', 'worker', 'browser'] }),
    filesAsModules(),
    commonjs(),
    compile(),
    notices(),
    forget('dist/server/chunks'),
  ],
  // Their own, which change nothing.
  onwarn: ({ message, id = '', ids = [id] }, warn) =>
    ids.every((path) => path.includes('node_modules')) || warn(message),
};

/** The build configuration of a part of the project. @param {string} path @returns {Promise<RollupOptions[]>} */
const buildsOf = async (path) => (await import(path)).default;

const sandbox = (await buildsOf('./components/runner/rollup.js')).map((build) => ({
  ...build,
  plugins: [build.plugins, sandboxNotices(), forget('dist/sandbox'), copy('dist/sandbox', 'dist/site/sandbox')],
}));

// The servers' entries have the sandbox's page in them, so they are built after it.
export default [element, entries, ...sandbox, servers, ...(await buildsOf('./demo/build/rollup.js'))];

/** Names a chunk by its main package, else as rollup would. @param {import('rollup').PreRenderedChunk} chunk */
function packageOf({ name, facadeModuleId, moduleIds }) {
  const [, found] = (facadeModuleId ?? moduleIds.at(-1) ?? '').match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/) ?? [];
  return found ? found.replace('@', '').replace('/', '-') : name;
}

/** For pages to link to or to import: ready looks, and what keeps a room's place until its script has come. @returns {Plugin} */
function styles() {
  const folder = 'components/themes';
  return {
    name: 'styles',
    generateBundle() {
      const looks = readdirSync(folder).map((name) => [`themes/${name}`, join(folder, name)]);
      for (const [fileName = '', path = ''] of [...looks, PLACEHOLDER]) {
        this.addWatchFile(path);
        this.emitFile({ type: 'asset', fileName, source: readFileSync(path) });
      }
    },
  };
}

/** A built page, imported as text, and data of packages. @returns {Plugin} */
function filesAsModules() {
  return {
    name: 'files-as-modules',
    transform(code, id) {
      if (id.endsWith('.html')) return { code: `export default ${JSON.stringify(code)};`, map: null };
      return id.endsWith('.json') ? { code: `export default ${code}`, map: null } : null;
    },
  };
}

/** Deletes files of earlier builds that this build has not written again. @param {string} folder @returns {Plugin} */
function forget(folder) {
  return {
    name: 'forget',
    writeBundle: ({ dir = folder }, bundle) => {
      const written = Object.keys(bundle).map((name) => relative(folder, join(dir, name)));
      keepOnly(folder, written);
    },
  };
}

/** Copies a built folder to the site. @param {string} from @param {string} to @returns {Plugin} */
function copy(from, to) {
  return {
    name: 'copy',
    closeBundle() {
      cpSync(from, to, { recursive: true });
      keepOnly(to, listFiles(from));
    },
  };
}

/** @param {string} folder @param {string[]} names Files with a hash in their name; all others stay. */
function keepOnly(folder, names) {
  const stale = listFiles(folder).filter((name) => hashed.test(name) && !isPinned(name) && !names.includes(name));
  for (const name of stale) rmSync(join(folder, name));
}
