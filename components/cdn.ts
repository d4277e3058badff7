// The script a page includes from a host: rooms and sandbox are then where the script came from.

import { hostIsOriginOf } from './element/server-url.js';
import { defineElements } from './register.js';

export * from './exports.js';

// Before any element of the page is made.
hostIsOriginOf(import.meta.url);
defineElements();
