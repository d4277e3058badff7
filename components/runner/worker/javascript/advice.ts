// Advice for errors with a certain cause: the program needs something that is not available here.
import { reasonFor } from './node/unavailable-modules.js';

const UNKNOWN_NAME = /^(?:Can't find variable: )?(\w+)(?: is not defined)?(?: in ES module scope.*)?$/i;
/** How each engine reports an unresolved module name. */
const UNRESOLVED = [
  /^Failed to resolve module specifier ['"](.+?)['"]/,
  /^The specifier “(.+?)” was a bare specifier/,
  /^Module name, '(.+?)' does not resolve/,
  /^Cannot find (?:package|module) '(.+?)' imported from/,
  /^Cannot find module '(.+?)'\nRequire stack:/,
];

/** Names from other environments, and why they are not available here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  document: 'Programs run without a page here. Print to the console.',
  window: 'Programs run without a page here. Print to the console.',
  localStorage: 'Programs run without storage here: each run begins anew.',
  sessionStorage: 'Programs run without storage here: each run begins anew.',
  require: 'This program is a module, because of its import, export or await: use import instead of require().',
  module: 'This program is a module, because of its import, export or await: use export instead.',
  exports: 'This program is a module, because of its import, export or await: use export instead.',
  __filename: 'This program is a module, because of its import, export or await: use import.meta.filename instead.',
  __dirname: 'This program is a module, because of its import, export or await: use import.meta.dirname instead.',
  XMLHttpRequest: 'Programs run without a network here. Put the data into this file.',
  WebSocket: 'Programs run without a network here.',
  Worker: 'Programs cannot start workers here.',
  SharedArrayBuffer:
    'Programs have one thread here, and no memory to share. To wait, write await new Promise((done) => setTimeout(done, 100)).',
};

/** A sentence, if the program failed because of one of these. */
export function advice(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof ReferenceError) {
    const name = UNKNOWN_NAME.exec(error.message)?.[1] ?? '';
    return Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : undefined;
  }
  for (const unresolved of UNRESOLVED) {
    const name = unresolved.exec(error.message)?.[1];
    if (name !== undefined) return `"${name}" cannot be imported: ${reasonFor(name)}`;
  }
  return undefined;
}
