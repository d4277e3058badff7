// The public names; importing them registers nothing.
export * from './deferred-elements.js';
export * from './exports.js';
