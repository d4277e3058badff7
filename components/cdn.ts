// The script a page includes from a host: rooms and sandbox are then where the script came from.
import { defineElements } from './elements.js';
import { hostIsOriginOf } from './host.js';

export * from './names.js';

// Before any element of the page is made.
hostIsOriginOf(import.meta.url);
defineElements();
