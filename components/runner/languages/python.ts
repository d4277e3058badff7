// Python, by Pyodide.
import type { LanguageDefinition } from '../languages.js';

export const python: LanguageDefinition = {
  id: 'python',
  label: 'Python',
  worker: 'python.js',
  files: ['pyodide.wasm', 'python-library.zip'],
};
