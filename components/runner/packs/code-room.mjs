#!/usr/bin/env node
// The command `code-room`: `code-room pack postgres --out public/packs` builds language packs for a host of one's own.
import { buildPacks, packIds } from './build-packs.mjs';

const USAGE = `code-room pack [id…] --out DIR

Builds language packs into a folder, for any host of still files; without an id all of: ${packIds().join(', ')}.
components/runner/PACKS.md has the format and what the host has to send.
`;

try {
  const { ids, out } = read(process.argv.slice(2));
  await buildPacks(ids, out, (line) => process.stdout.write(`${line}\n`));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

/** @param {string[]} args */
function read([command, ...args]) {
  if (command !== 'pack') throw new Error(USAGE);
  const at = args.indexOf('--out');
  const [, out] = at < 0 ? [] : args.splice(at, 2);
  const odd = args.find((arg) => arg.startsWith('-'));
  if (odd) throw new Error(`There is no option ${odd}.\n\n${USAGE}`);
  if (!out) throw new Error(`Say where to: --out DIR.\n\n${USAGE}`);
  return { ids: args.length > 0 ? args : packIds(), out };
}
