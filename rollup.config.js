// Builds everything that is shipped or served: the element for pages, the package entries, the sandbox, the site.
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';
import templates from 'rollup-plugin-minify-template-literals';
import notices from './components/notices.js';

/** While developing, names stay the same: partykit drops every connection when a served file comes or goes. */
const watching = process.env.ROLLUP_WATCH === 'true';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Settings of the compiler that change what the code means; they say the same as tsconfig.json. */
const compiler = { experimentalDecorators: true, useDefineForClassFields: false };
const compile = (options = {}) =>
  esbuild({ target: 'es2022', tsconfig: false, tsconfigRaw: { compilerOptions: compiler }, ...options });

/** @typedef {import('rollup').RollupOptions} RollupOptions @typedef {import('rollup').Plugin} Plugin */

/** The element with all it needs, for a script tag; what is needed later comes in chunks of its own. @type {RollupOptions} */
const element = {
  input: { 'code-room': 'components/define.ts' },
  output: {
    dir: 'dist/cdn',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: (chunk) => (watching ? `${packageOf(chunk)}.js` : `${packageOf(chunk)}-[hash].js`),
    hashCharacters: 'hex',
  },
  // Without it rollup keeps an empty entry file that only imports another: one request more.
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    clean('dist/cdn'),
    nodeResolve({ browser: true }),
    templates({ include: ['components/**'] }),
    compile({ minify: !watching }),
    notices(),
    copy('dist/cdn', 'dist/site'),
  ],
};

/** The entries of the npm package; dependencies stay imports, so that a page that has them gets them once. @type {RollupOptions} */
const entries = {
  input: {
    index: 'components/index.ts',
    define: 'components/define.ts',
    session: 'components/session/index.ts',
    party: 'party/partykit.ts',
  },
  output: { dir: 'dist', format: 'es', chunkFileNames: 'chunks/[name]-[hash].js', hashCharacters: 'hex' },
  external: (id) => Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [clean('dist/chunks'), nodeResolve(), compile()],
};

export default async () => {
  const sandbox = await optional('./components/runner/rollup.js');
  const site = await optional('./demo/rollup.js');
  const parts = [element, entries, ...sandbox, ...site].filter(present);
  const last = parts.at(-1) ?? element;
  return [...parts.slice(0, -1), { ...last, plugins: [last.plugins, copy('dist/sandbox', 'dist/site/sandbox')] }];
};

// The next two go when every part is there.
/** @param {string} path @returns {Promise<RollupOptions[]>} */
async function optional(path) {
  return existsSync(path) ? (await import(path)).default : [];
}
/** @param {RollupOptions} part */
function present(part) {
  if (typeof part.input !== 'object' || Array.isArray(part.input)) return true;
  part.input = Object.fromEntries(Object.entries(part.input).filter(([, path]) => existsSync(path)));
  return Object.keys(part.input).length > 0;
}

/** Names a chunk by the package it is for, else as rollup would. @param {import('rollup').PreRenderedChunk} chunk */
function packageOf({ name, facadeModuleId, moduleIds }) {
  const [, found] = (facadeModuleId ?? moduleIds.at(-1) ?? '').match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/) ?? [];
  return found ? found.replace('@', '').replace('/', '-') : name;
}

/** Takes away what an earlier build left in a folder. @param {string} folder @returns {Plugin} */
function clean(folder) {
  return {
    name: 'clean',
    buildStart() {
      if (!watching) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Copies a built folder to where the site serves it. @param {string} from @param {string} to @returns {Plugin} */
function copy(from, to) {
  return {
    name: 'copy',
    closeBundle() {
      if (existsSync(from)) cpSync(from, to, { recursive: true });
    },
  };
}
