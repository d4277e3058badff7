// Entry that registers the elements; like cdn.ts, importing it has a side effect.
import { defineElements } from './register.js';

export * from './index.js';
// Declares the types of `document.createElement('code-room')` and of the other tags.
export type {} from './register.js';

defineElements();
