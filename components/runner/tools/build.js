// What the build makes of the editor's tools: formatters and language services.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseExpressionAt } from 'acorn';

const require = createRequire(import.meta.url);

/** By the names that tools have; the compiler of TypeScript is there for programs already. */
export const TOOL_SCRIPTS = Object.fromEntries(
  ['format-python', 'format-web', 'format-sql', 'format-c', 'format-go', 'python-language'].map((name) => [
    `${name}.js`,
    `worker/tools/${name}.ts`,
  ]),
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

/** Pyright's worker has the declarations of everything that typeshed knows in its script: most are of packages that nobody has here. */
function pyright() {
  const script = readFileSync(require.resolve('browser-basedpyright/dist/pyright.worker.js'), 'utf8');
  const at = script.indexOf('{"/typeshed/');
  if (at < 0) throw new Error('Pyright has its declarations in another place than before.');
  const declarations = parseExpressionAt(script, at, { ecmaVersion: 'latest' });
  if (declarations.type !== 'ObjectExpression')
    throw new Error('Pyright has its declarations in another form than before.');
  return { script, at, declarations };
}

/** Its server as a function of the global object it is to have, without the declarations. */
export const PYRIGHT_SERVER = {
  name: 'pyright-server',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^pyright-server$/ }, () => ({ path: 'pyright-server', namespace: 'pyright' }));
    build.onLoad({ filter: /.*/, namespace: 'pyright' }, () => {
      const { script, at, declarations } = pyright();
      const rest = script.slice(declarations.end).replace(/\/\/# sourceMappingURL=.*/, '');
      const code = `${script.slice(0, at)}{}${rest}`;
      return { contents: `export function startServer(self) {${code}\n}`, loader: 'js' };
    });
  },
};

/** Of Python's own library, by path. */
export function pythonDeclarations() {
  const { declarations } = pyright();
  /** @type {Record<string, string>} */
  const texts = {};
  for (const property of declarations.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Literal') continue;
    const path = String(property.key.value);
    if (path.startsWith('/typeshed/stdlib/') && property.value.type === 'Literal')
      texts[path] = String(property.value.value);
  }
  return Buffer.from(JSON.stringify(texts));
}

export const TOOL_NOTICES = `Prettier ${require('prettier/package.json').version}, MIT License; https://github.com/prettier/prettier
Ruff's formatter (@wasm-fmt/ruff_fmt), MIT License; https://github.com/astral-sh/ruff
clang-format (@wasm-fmt/clang-format, MIT License), Apache License 2.0 with LLVM Exceptions; its source is at https://github.com/llvm/llvm-project
Pyright (browser-basedpyright ${require('browser-basedpyright/package.json').version}, MIT License), MIT License; https://github.com/DetachHead/basedpyright
typeshed, Apache License 2.0; https://github.com/python/typeshed
gofmt (@wasm-fmt/gofmt, MIT License), BSD 3-Clause License; its source is at https://github.com/golang/go
sql-formatter, MIT License; https://github.com/sql-formatter-org/sql-formatter`;
