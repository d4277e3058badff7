// JavaScript, by the browser itself.
import type { LanguageDefinition } from '../languages.js';

export const javascript: LanguageDefinition = {
  id: 'javascript',
  label: 'JavaScript',
  worker: 'javascript.js',
};
