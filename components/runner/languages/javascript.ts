// JavaScript, by the browser itself.
import type { SandboxLanguage } from '../languages.js';

export const javascript: SandboxLanguage = {
  id: 'javascript',
  label: 'JavaScript',
  worker: 'javascript.js',
  files: ['inspect.js'],
};
