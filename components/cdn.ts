// The script that a host serves to pages: rooms and sandbox are then on the script's origin.

import { hostIsOriginOf } from './element/server-url.js';
import { defineElements } from './register.js';

export * from './exports.js';

// Must run before any element is created.
hostIsOriginOf(import.meta.url);
defineElements();
