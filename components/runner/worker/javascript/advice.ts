// Says in words what a browser's error leaves open: that something of another place is not to be had here.
import { reasonFor } from './node/node.js';

const STATIC_IMPORT = /^\s*(?:import|export)\b[^'"();]*?['"]([^'"]+)['"]/m;
const DYNAMIC_IMPORT = /\bimport\s*\(\s*['"]([^'"]+)['"]/;
const UNKNOWN_NAME = /\b(?:can't find variable: )?(\w+)(?: is not defined)?$/i;

/** What programs look for that is made for another place, and why it is not here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  document: 'Programs run without a page here. Print to the console.',
  window: 'Programs run without a page here. Print to the console.',
  localStorage: 'Programs run without storage here: each run begins anew.',
  sessionStorage: 'Programs run without storage here: each run begins anew.',
  fetch: 'Programs run without a network here. Put the data into this file.',
  XMLHttpRequest: 'Programs run without a network here. Put the data into this file.',
  WebSocket: 'Programs run without a network here.',
  Worker: 'Programs cannot start workers here.',
};

/** A sentence if the program failed because it wants what is elsewhere. */
export function advice(code: string, error: unknown): string | undefined {
  if (error instanceof ReferenceError) {
    const name = UNKNOWN_NAME.exec(error.message)?.[1] ?? '';
    return Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : undefined;
  }
  if (!(error instanceof TypeError) || !/import|module|resolve|load/i.test(error.message)) return undefined;
  const name = STATIC_IMPORT.exec(code)?.[1] ?? DYNAMIC_IMPORT.exec(code)?.[1];
  if (name === undefined) return undefined;
  return `"${name}" cannot be imported: ${reasonFor(name)}`;
}
