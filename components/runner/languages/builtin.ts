// Python, by Pyodide.
import type { SandboxLanguage } from './registry.js';

export const python: SandboxLanguage = {
  id: 'python',
  label: 'Python',
  worker: 'python.js',
  files: ['pyodide.wasm', 'python.snapshot', 'python-library.zip', 'zones.bin'],
};
