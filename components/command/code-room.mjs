#!/usr/bin/env node
// The command `code-room`: starts a project with a room, and makes what a host of one's own serves beside it.
import { buildPacks, packIds } from '../runner/packs/build-packs.mjs';
import { bringPackages } from '../runner/packs/python-packages.mjs';
import { copyAssets } from './assets.mjs';
import { init } from './init.mjs';

const USAGE = `code-room init [--wrangler | --partykit]
  Writes a page with a room and the room server behind it into this folder: for Cloudflare, or for PartyKit if the project has it.
  It overwrites nothing, and says what to do next.

code-room assets --out DIR
  Copies script and sandbox to a folder that your server serves from its root.

code-room pack [id…] --out DIR
  Builds language packs into a folder, for any host of static files; without an id all of: ${packIds().join(', ')}.
  components/runner/PACKS.md has the format and what the host has to send.

code-room packages name… --out DIR [--from URL]
  Fetches Python packages, such as numpy pandas pytest, with all that they need, for the attribute "packages" and CODE_ROOM_PACKAGES.
  They come from the release of Pyodide that this version has, or from another folder that has its files.
`;

try {
  const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
  const { command, names, out, from, engine } = read(process.argv.slice(2));
  if (command === 'init') init('.', say, engine);
  else if (command === 'assets') copyAssets(out, say);
  else if (command === 'pack') await buildPacks(names.length > 0 ? names : packIds(), out, say);
  else await bringPackages(names, out, say, from);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

/** @param {string[]} args */
function read([command = '', ...args]) {
  if (!['init', 'assets', 'pack', 'packages'].includes(command)) throw new Error(USAGE);
  const option = (/** @type {string} */ name) => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args.splice(at, 2)[1];
  };
  const flag = (/** @type {string} */ name) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? undefined : args.splice(at, 1) && name;
  };
  const engine = command === 'init' ? (flag('partykit') ?? flag('wrangler')) : undefined;
  const out = command === 'init' ? '' : option('--out');
  const from = command === 'packages' ? option('--from') : undefined;
  const odd = args.find((arg) => arg.startsWith('-'));
  if (odd) throw new Error(`There is no option ${odd}.\n\n${USAGE}`);
  const [name] = command === 'init' || command === 'assets' ? args : [];
  if (name !== undefined) throw new Error(`code-room ${command} takes no name, such as ${name}.\n\n${USAGE}`);
  if (out === undefined) throw new Error(`Say where to: --out DIR.\n\n${USAGE}`);
  if (command === 'packages' && args.length === 0) throw new Error(`Say which packages.\n\n${USAGE}`);
  return { command, names: args, out, from, engine };
}
