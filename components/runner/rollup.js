// Builds dist/sandbox: one self-contained page, and the compressed runtime files that it fetches.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve as resolvePath } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import esbuild from 'rollup-plugin-esbuild';
import {
  PYRIGHT_SERVER,
  pythonDeclarations,
  TOOL_BINARIES,
  TOOL_NOTICES,
  TOOL_SCRIPTS,
  typescriptLibraries,
} from './tools/build.js';
import { withSegmentedStack } from './worker/python/segmented-stack.mjs';
import { customSection, moduleOf } from './worker/python/wasm-binary.mjs';

const require = createRequire(import.meta.url);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Worker scripts, by the names that the language definitions use. */
const SCRIPTS = {
  'python.js': 'worker/python.ts',
  'javascript.js': 'worker/javascript.ts',
  'typescript.js': 'worker/typescript.ts',
  'sql.js': 'worker/sql.ts',
  'lua.js': 'worker/lua.ts',
  'language.js': 'worker/language.ts',
  'inspect.js': 'worker/javascript/parts/inspect.ts',
  'node.js': 'worker/javascript/parts/node.ts',
  'streams.js': 'worker/javascript/parts/streams.ts',
  'syntax.js': 'worker/javascript/parts/syntax.ts',
  'crypto.js': 'worker/javascript/parts/crypto.ts',
};
/** Scripts with large third-party libraries, for which Rollup takes long. */
const LARGE_SCRIPTS = {
  'tsx.js': 'worker/tsx.ts',
  'typescript-compiler.js': 'worker/typescript-compiler.ts',
  'expect.js': 'worker/javascript/parts/expect.ts',
  ...TOOL_SCRIPTS,
};
/** Modules that the port of Node's streams shares with the program. */
const SHARED = new Set(['buffer', 'events', 'process/']);
const BINARIES = {
  'pyodide.wasm': require.resolve('pyodide/pyodide.asm.wasm'),
  'zones.bin': here('worker/python/zones.bin'),
  'sqlite.wasm': require.resolve('sql.js/dist/sql-wasm-browser.wasm'),
  'lua.wasm': require.resolve('wasmoon/dist/glue.wasm'),
  ...TOOL_BINARIES,
};

/** The sources of the Python snapshot. */
const SNAPSHOT_SOURCES = [
  'snapshot.mjs',
  'wasm-binary.mjs',
  'library.mjs',
  'event_loop.py',
  'streams.py',
  'results.py',
  'manners.py',
  'impossible.py',
  'program.py',
].map((name) => `worker/python/${name}`);
/** Slow build results are cached; a name contains a hash of its inputs, so nothing is ever stale. */
const CACHE = here('../../node_modules/.cache/code-room/');

/** In watch mode files keep their names, and the URL changes by its query: see rollup.config.js. */
const watching = process.env.ROLLUP_WATCH === 'true';
const target = 'es2022';

export default [
  {
    input: here('sandbox/loader.ts'),
    output: { dir: 'dist/sandbox', format: 'iife', entryFileNames: 'loader.js' },
    plugins: [resolve({ browser: true }), esbuild({ target, minify: true, tsconfig: false }), sandbox()],
  },
];

function sandbox() {
  return {
    name: 'sandbox',
    async generateBundle(_options, bundle) {
      const files = {};
      const add = (name, content) => {
        const hash = digest(content).slice(0, 12);
        // The library is a zip, compressed already.
        const source =
          name === 'python-library.wasm' ? content : kept(`${hash}.gz`, () => gzipSync(content, { level: 9 }));
        const [, stem, extension] = /^(.*)(\.\w+)$/.exec(name);
        const fileName = `${watching ? stem : `${stem}-${hash}`}${extension}${source === content ? '' : '.gz'}`;
        files[name] = {
          path: watching ? `${fileName}?${hash}` : fileName,
          size: source.length,
          unpacked: content.length,
        };
        this.emitFile({ type: 'asset', fileName, source });
      };
      for (const [name, path] of Object.entries(SCRIPTS)) add(name, Buffer.from(await script(here(path), this)));
      for (const [name, path] of Object.entries(LARGE_SCRIPTS)) add(name, await largeScript(here(path), this));
      for (const [name, path] of Object.entries(BINARIES)) {
        const content = await readFile(path);
        add(name, name === 'pyodide.wasm' ? withSegmentedStack(content) : content);
      }
      add('typescript-libraries.json', typescriptLibraries());
      add('python-declarations.json', pythonDeclarations());
      for (const name of SNAPSHOT_SOURCES) this.addWatchFile(here(name));
      const library = pythonLibrary();
      // Browsers share compiled modules between workers without copying their content.
      add('python-library.wasm', libraryModule(readFileSync(library)));
      add('python-snapshot.wasm', readFileSync(pythonSnapshot(library)));

      const frame = await script(here('sandbox/frame.ts'), this);
      const loader = inline(bundle['loader.js'].code);
      delete bundle['loader.js'];
      this.emitFile({ type: 'asset', fileName: 'index.html', source: loaderPage(loader, frame, files) });
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source: NOTICE });
    },
  };
}

/** @param {Buffer} library */
function libraryModule(library) {
  const size = new Uint8Array(Uint32Array.of(library.length).buffer);
  return moduleOf([customSection('size', size), customSection('library', library)]);
}

/** Returns the path of Python's library, with compiled files in it. */
function pythonLibrary() {
  return keptAt(`library-${digest(...pythonSources())}.zip`, (path) =>
    execFileSync(process.execPath, [here('worker/python/library.mjs'), path]),
  );
}

/** The same for the snapshot, which contains the position of each file in that library. */
function pythonSnapshot(library) {
  return keptAt(`python-${digest(...pythonSources())}.snapshot`, (path) =>
    execFileSync(process.execPath, [here('worker/python/snapshot.mjs'), path, library]),
  );
}

function pythonSources() {
  const binaries = [...Object.values(BINARIES), require.resolve('pyodide/python_stdlib.zip')];
  return [...SNAPSHOT_SOURCES.map(here), ...binaries].map((path) => readFileSync(path));
}

/** A cached file, created if missing: `make` returns its content, or writes it to the path it gets. */
function kept(name, make) {
  return readFileSync(keptAt(name, make));
}

/** The same, but returns the path. */
function keptAt(name, make) {
  const path = `${CACHE}${name}`;
  if (!existsSync(path)) {
    mkdirSync(CACHE, { recursive: true });
    // Builds may run in parallel, so a file is renamed to its name only when complete.
    const unfinished = `${path}.${process.pid}`;
    const content = make(unfinished);
    if (!existsSync(unfinished)) writeFileSync(unfinished, content);
    renameSync(unfinished, path);
  }
  return path;
}

function digest(...contents) {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('hex');
}

/** Bundles one classic script. */
async function script(input, context) {
  // Programs can see the names of Node's classes.
  const keepNames = /parts\/(?:node|streams)\.ts$/.test(input);
  const plugins = [
    shared(),
    resolve({ browser: true, preferBuiltins: false }),
    commonjs({ ignoreDynamicRequires: true }),
    text(),
    esbuild({ target, minify: true, keepNames, charset: 'ascii', tsconfig: false }),
  ];
  const bundle = await rollup({ input, plugins, external: /^(node:|ws$)/, onwarn: () => {} });
  for (const file of bundle.watchFiles) context.addWatchFile(file);
  const { output } = await bundle.generate({ format: 'iife', inlineDynamicImports: true });
  await bundle.close();
  return named(inline(output[0].code));
}

function shared() {
  const isPort = (importer) => /readable-stream|string_decoder|safe-buffer/.test(importer ?? '');
  return {
    name: 'shared',
    resolveId: (id, importer) => (SHARED.has(id) && isPort(importer) ? here('worker/javascript/node/shared.ts') : null),
  };
}

/** Names our script, so that traces show it instead of a blob address. */
function named(code) {
  return `${code}\n//# sourceURL=node:internal\n`;
}

/** The same with esbuild; React's development code is left out. */
async function largeScript(input, context) {
  const { outputFiles, metafile } = await build({
    entryPoints: [input],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    format: 'iife',
    target,
    charset: 'ascii',
    logLevel: 'error',
    plugins: [PYRIGHT_SERVER],
    define: { 'process.env.NODE_ENV': '"production"' },
    // TypeScript imports these only where there is a Node.
    external: ['fs', 'path', 'os', 'crypto', 'inspector', 'perf_hooks', 'source-map-support'],
  });
  for (const file of Object.keys(metafile.inputs))
    if (!file.includes('node_modules')) context.addWatchFile(resolvePath(file));
  return Buffer.from(named(inline(outputFiles[0].text)));
}

/** Python sources and the package list become strings; modules of a classic worker have no URL. */
function text() {
  const load = (id, code) => {
    if (/\.(py|lua)$/.test(id)) return code;
    return id.endsWith('pyodide-lock.json') ? JSON.stringify({ ...JSON.parse(code), packages: {} }) : undefined;
  };
  return {
    name: 'text',
    transform(code, id) {
      const content = load(id, code);
      return content === undefined ? null : { code: `export default ${JSON.stringify(content)}`, map: null };
    },
    resolveImportMeta: (property) => (property === 'url' ? '"https://runtime.invalid/"' : null),
  };
}

/**
 * The opaque frame inherits the loader's policy and can only restrict it further, so the loader allows what the frame needs: its
 * script, blobs for the workers, WebAssembly. Programs run in the workers, under the frame's policy.
 */
function loaderPage(loader, frame, files) {
  const scripts = `'wasm-unsafe-eval' blob:; worker-src blob:; form-action 'none'`;
  const framePolicy = `default-src 'none'; script-src ${hashOf(frame)} ${scripts}; connect-src 'none'; base-uri 'none'`;
  const policy =
    `default-src 'none'; script-src ${hashOf(loader)} ${hashOf(frame)} ${scripts}; ` +
    `connect-src 'self'; frame-src 'none'; base-uri 'self'`;
  const built = { files, frame: page(framePolicy, '', frame) };
  const data = `<script type="application/json" id="built">${JSON.stringify(built).replaceAll('<', '\\u003c')}</script>`;
  return page(policy, `<title>Runner</title>`, loader, data);
}

function page(policy, head, code, data = '') {
  const meta = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return `<!doctype html><html lang="en"><head>${meta}${head}</head><body>${data}<script>${code}</script></body></html>\n`;
}

function hashOf(code) {
  return `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
}

/** Escapes code for use between script tags. */
function inline(code) {
  return code.trim().replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

const NOTICE = `The files in this folder are built from other people's work:

Pyodide ${require('pyodide/package.json').version}, Mozilla Public License 2.0; its source is at https://github.com/pyodide/pyodide
CPython and its standard library, Python Software Foundation License 2; its source is at https://github.com/python/cpython
The time zone database, in the public domain; https://www.iana.org/time-zones
sql.js, MIT License, with SQLite, which is in the public domain; https://github.com/sql-js/sql.js
wasmoon ${require('wasmoon/package.json').version}, MIT License, with Lua 5.4, MIT License; https://github.com/ceifa/wasmoon
TypeScript ${require('typescript-5/package.json').version}, Apache License 2.0; https://github.com/microsoft/TypeScript
${TOOL_NOTICES}
React ${require('react/package.json').version}, MIT License; https://github.com/facebook/react
Sucrase ${require('sucrase/package.json').version}, MIT License; https://github.com/alangpierce/sucrase
node-inspect-extracted, MIT License, with Node's util.inspect, MIT License; https://github.com/hildjj/node-inspect-extracted
readable-stream, string_decoder, buffer, events, MIT License, with code of Node, MIT License; https://github.com/nodejs/readable-stream
Vitest's assertions and mocks, MIT License, with Chai, MIT License; https://github.com/vitest-dev/vitest
acorn ${require('acorn/package.json').version}, MIT License; https://github.com/acornjs/acorn
@noble/hashes, MIT License; https://github.com/paulmillr/noble-hashes
Emscripten, MIT or University of Illinois/NCSA Open Source License; its source is at https://github.com/emscripten-core/emscripten
`;
