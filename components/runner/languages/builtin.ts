// The languages that come with the element.

import type { SandboxLanguage } from './definition.js';

export const BUILTIN: readonly SandboxLanguage[] = [
  // By Pyodide.
  {
    id: 'python',
    label: 'Python',
    worker: 'python.js',
    files: ['pyodide.wasm', 'python-snapshot.wasm', 'python-library.wasm', 'zones.bin'],
  },
  // By the browser itself.
  {
    id: 'javascript',
    label: 'JavaScript',
    worker: 'javascript.js',
    files: ['inspect.js'],
  },
  // Its types go unchecked, and the browser runs the rest.
  {
    id: 'typescript',
    label: 'TypeScript',
    worker: 'typescript.js',
    files: ['inspect.js'],
  },
  // Compiled as TypeScript is, with React for the elements.
  {
    id: 'jsx',
    label: 'JSX',
    worker: 'tsx.js',
    files: ['inspect.js'],
  },
  {
    id: 'tsx',
    label: 'TSX',
    worker: 'tsx.js',
    files: ['inspect.js'],
  },
  // By SQLite: each run begins with an empty database.
  {
    id: 'sql',
    label: 'SQL (SQLite)',
    worker: 'sql.js',
    files: ['sqlite.wasm'],
  },
  // Lua 5.4, by wasmoon.
  {
    id: 'lua',
    label: 'Lua',
    worker: 'lua.js',
    files: ['lua.wasm'],
  },
];
