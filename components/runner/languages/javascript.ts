// JavaScript, by the browser itself.
import type { SandboxLanguage } from './registry.js';

export const javascript: SandboxLanguage = {
  id: 'javascript',
  label: 'JavaScript',
  worker: 'javascript.js',
  files: ['inspect.js'],
};
