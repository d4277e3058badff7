// Importing this registers the elements; it is the only import with an effect.
import { defineElements } from './register.js';

export * from './index.js';
// The types of `document.createElement('code-room')` and its kin are declared there.
export type {} from './register.js';

defineElements();
