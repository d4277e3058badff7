// JSX and TSX: compiled as TypeScript is, with React for the elements.
import type { SandboxLanguage } from './registry.js';

export const jsx: SandboxLanguage = {
  id: 'jsx',
  label: 'JSX',
  worker: 'tsx.js',
  files: ['inspect.js'],
};

export const tsx: SandboxLanguage = {
  id: 'tsx',
  label: 'TSX',
  worker: 'tsx.js',
  files: ['inspect.js'],
};
