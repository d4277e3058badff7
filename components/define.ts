// Importing this registers the elements; it is the only import with an effect.
import { defineElements } from './elements.js';

export * from './index.js';

defineElements();
