#!/usr/bin/env node
// The command `code-room`: makes what a host of one's own serves beside the room, language packs and Python packages.
import { buildPacks, packIds } from './build-packs.mjs';
import { bringPackages } from './python-packages.mjs';

const USAGE = `code-room pack [id…] --out DIR
  Builds language packs into a folder, for any host of still files; without an id all of: ${packIds().join(', ')}.
  components/runner/PACKS.md has the format and what the host has to send.

code-room packages name… --out DIR [--from URL]
  Fetches Python packages, such as numpy pandas pytest, with all that they need, for the attribute "packages" and CODE_ROOM_PACKAGES.
  They come from the release of Pyodide that this version has, or from another folder that has its files.
`;

try {
  const { command, names, out, from } = read(process.argv.slice(2));
  const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
  if (command === 'pack') await buildPacks(names.length > 0 ? names : packIds(), out, say);
  else await bringPackages(names, out, say, from);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

/** @param {string[]} args */
function read([command = '', ...args]) {
  if (command !== 'pack' && command !== 'packages') throw new Error(USAGE);
  const option = (/** @type {string} */ name) => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args.splice(at, 2)[1];
  };
  const out = option('--out');
  const from = command === 'packages' ? option('--from') : undefined;
  const odd = args.find((arg) => arg.startsWith('-'));
  if (odd) throw new Error(`There is no option ${odd}.\n\n${USAGE}`);
  if (!out) throw new Error(`Say where to: --out DIR.\n\n${USAGE}`);
  if (command === 'packages' && args.length === 0) throw new Error(`Say which packages.\n\n${USAGE}`);
  return { command, names: args, out, from };
}
