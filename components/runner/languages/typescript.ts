// TypeScript: its types go unchecked, and the browser runs the rest.
import type { SandboxLanguage } from './registry.js';

export const typescript: SandboxLanguage = {
  id: 'typescript',
  label: 'TypeScript',
  worker: 'typescript.js',
  files: ['inspect.js'],
};
