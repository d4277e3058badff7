// Entry that registers the elements; the only import with a side effect.
import { defineElements } from './register.js';

export * from './index.js';
// Declares the types of `document.createElement('code-room')` and of the other tags.
export type {} from './register.js';

defineElements();
