// What the build makes of the editor's tools: formatters, and what knows a language.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** By the names that tools have; the compiler of TypeScript is there for programs already. */
export const TOOL_SCRIPTS = Object.fromEntries(
  ['python', 'web', 'sql', 'c', 'go'].map((name) => [`format-${name}.js`, `worker/tools/format-${name}.ts`]),
);

export const TOOL_BINARIES = {
  'ruff.wasm': require.resolve('@wasm-fmt/ruff_fmt/wasm'),
  'clang-format.wasm': require.resolve('@wasm-fmt/clang-format/wasm'),
  'gofmt.wasm': require.resolve('@wasm-fmt/gofmt/wasm'),
};

/** What the language itself declares, and what workers have, in which programs run. */
export function typescriptLibraries() {
  const folder = new URL(`file://${require.resolve('typescript-5')}`);
  /** @type {Record<string, string>} */
  const texts = {};
  /** @param {string} name */
  const add = (name) => {
    if (name in texts) return;
    const text = readFileSync(new URL(name, folder), 'utf8');
    texts[name] = text;
    for (const [, other] of text.matchAll(/<reference lib="([^"]+)"/g)) add(`lib.${other}.d.ts`);
  };
  for (const name of ['lib.es2023.d.ts', 'lib.webworker.d.ts']) add(name);
  return Buffer.from(JSON.stringify(texts));
}

export const TOOL_NOTICES = `Prettier ${require('prettier/package.json').version}, MIT License; https://github.com/prettier/prettier
Ruff's formatter (@wasm-fmt/ruff_fmt), MIT License; https://github.com/astral-sh/ruff
clang-format (@wasm-fmt/clang-format, MIT License), Apache License 2.0 with LLVM Exceptions; its source is at https://github.com/llvm/llvm-project
gofmt (@wasm-fmt/gofmt, MIT License), BSD 3-Clause License; its source is at https://github.com/golang/go
sql-formatter, MIT License; https://github.com/sql-formatter-org/sql-formatter`;
