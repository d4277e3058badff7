// The public names; importing them registers nothing.
export * from './later.js';
export * from './names.js';
