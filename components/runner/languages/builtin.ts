// The built-in languages.

import type { SandboxLanguage } from './definition.js';

export const BUILTIN: readonly SandboxLanguage[] = [
  // Runs on Pyodide.
  {
    id: 'python',
    label: 'Python',
    worker: 'python.js',
    files: ['pyodide.wasm', 'python-snapshot.wasm', 'python-library.wasm', 'zones.bin'],
  },
  // Runs on the browser's own engine.
  {
    id: 'javascript',
    label: 'JavaScript',
    worker: 'javascript.js',
    files: ['inspect.js'],
  },
  // Types are removed, not checked; the browser runs the rest.
  {
    id: 'typescript',
    label: 'TypeScript',
    worker: 'typescript.js',
    files: ['inspect.js'],
  },
  // Compiled like TypeScript, with React for JSX.
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
  // Runs on SQLite; each run starts with an empty database.
  {
    id: 'sql',
    label: 'SQL (SQLite)',
    worker: 'sql.js',
    files: ['sqlite.wasm'],
  },
  // Lua 5.4, runs on wasmoon.
  {
    id: 'lua',
    label: 'Lua',
    worker: 'lua.js',
    files: ['lua.wasm'],
  },
];
