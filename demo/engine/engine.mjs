// Starts the site and its rooms on this machine, on one address only, in PartyKit's engine or in plain workerd.
import { assertFree } from './process.mjs';

/** @typedef {import('./process.mjs').EngineOptions} EngineOptions */
/** @typedef {import('./process.mjs').EngineName} EngineName */
/** @typedef {import('./process.mjs').StartOptions} StartOptions */
/** @typedef {import('./process.mjs').Engine} Engine */

/** Loaded on demand: PartyKit's takes a while. @type {Record<EngineName, {main: string, load: () => Promise<(options: StartOptions) => Promise<Engine>>}>} */
const engines = {
  partykit: { main: 'demo/server/partykit.ts', load: async () => (await import('./partykit.mjs')).startPartyKit },
  workerd: { main: 'demo/server/worker.ts', load: async () => (await import('./workerd.mjs')).startWorkerd },
};

/** @type {Promise<unknown>} One engine starts at a time, so that each identifies its own process. */
let starting = Promise.resolve();

/**
 * Starts an engine; resolves when it accepts requests.
 * Throws an Error whose message is a sentence when the port is taken or the module does not build.
 * @param {EngineOptions} options
 * @returns {Promise<Engine>}
 */
export function startEngine(options) {
  const started = starting.then(() => start(options));
  starting = started.catch(() => undefined);
  return started;
}

/** @param {EngineOptions} options */
async function start({
  engine = /** @type {EngineName} */ (process.env.CODE_ROOM_ENGINE?.trim() || 'partykit'),
  ...options
}) {
  const { host = '127.0.0.1', port = 0, state, vars = {}, log = printError } = options;
  await assertFree(host, port);
  const { main, load } = engines[engine];
  const run = await load();
  return run({ main: options.main ?? main, assets: options.assets ?? 'dist/site', host, port, state, vars, log });
}

/** At a terminal, only errors are printed. @param {string} line */
function printError(line) {
  if (line.startsWith('{') && line.includes('"level":"info"')) return;
  process.stderr.write(`${line}\n`);
}
