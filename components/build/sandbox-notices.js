// Rollup plugin: adds the texts of their licences to the list of what the sandbox is built from.
import { readFileSync } from 'node:fs';
import { mitText, noticesOf } from './notices.js';

/** Packages that come with the text of their licence. */
const PACKAGES = `@noble/hashes @vitest/expect @vitest/spy @wasm-fmt/clang-format @wasm-fmt/gofmt @wasm-fmt/ruff_fmt acorn buffer chai
  events node-inspect-extracted prettier react readable-stream sql-formatter sql.js string_decoder sucrase typescript-5 wasmoon`;

const read = (/** @type {string} */ name) =>
  readFileSync(new URL(`licences/${name}.txt`, import.meta.url), 'utf8').trim();

/** What lies inside of packages, or comes without a text. */
const OTHERS = () => [
  `Pyodide (Mozilla Public License 2.0)\n\n${read('mpl-2.0')}`,
  `CPython (Python Software Foundation License 2)\n\n${read('cpython')}`,
  `Lua (MIT)\n\n${mitText('1994–2025 Lua.org, PUC-Rio')}`,
  `Emscripten (MIT)\n\n${mitText('2010–2014 Emscripten authors')}`,
  `clang-format (Apache-2.0 WITH LLVM-exception)\n\n${read('llvm-exceptions')}`,
  `gofmt (BSD-3-Clause)\n\n${read('go')}`,
  `Pyright, basedpyright (MIT)\n\n${mitText('Microsoft Corporation; DetachHead and contributors')}`,
  'typeshed (Apache-2.0)\n\nThe text of the Apache License stands with TypeScript.',
];

/** After the plugin that writes the list. @returns {import('rollup').Plugin} */
export default function sandboxNotices() {
  return {
    name: 'sandbox-notices',
    generateBundle(_, bundle) {
      const list = bundle['THIRD-PARTY.txt'];
      if (list?.type !== 'asset') return;
      const folders = PACKAGES.split(/\s+/).map((name) => `node_modules/${name}/package.json`);
      const line = `\n${'-'.repeat(80)}\n`;
      list.source = [String(list.source).trimEnd(), ...OTHERS(), noticesOf(folders)].join(`\n${line}`);
    },
  };
}
