// Runs the site and its rooms in PartyKit's own engine, on one address only, and can stop or kill it.
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { listFiles, readStaticFile } from './files.mjs';

const partykit = fileURLToPath(new URL('..', import.meta.resolve('partykit/server')));

/** Miniflare as PartyKit ships it: the facade below is written for this version and no other. */
const { Miniflare, NoOpLog, Response } = createRequire(join(partykit, 'package.json'))('miniflare');

/** Where the facade asks for static files. It names nothing on the network: the engine hands such requests to us. */
const files = 'http://files.invalid';

/** Newest date the engine that PartyKit ships understands. */
const compatibilityDate = '2024-07-18';

/** What the engine reports whenever somebody just closes a page, and addresses inside it that tell nobody anything. */
const noise = /disconnected:|^stack: |LLVM_SYMBOLIZER/;

/**
 * @typedef {object} EngineOptions
 * @property {string} main The module with the room class as its default export.
 * @property {string} assets Folder of static files.
 * @property {string} [host] Address to listen on, default 127.0.0.1.
 * @property {number} [port] Default 0: any free port.
 * @property {string} [state] Folder that keeps the rooms; without it they are gone when the engine stops.
 * @property {Record<string, string>} [vars] What the site and the rooms see as their environment.
 * @property {(line: string) => void} [log] Takes what the engine prints, line by line; default standard error.
 *
 * @typedef {object} Engine
 * @property {string} url Origin of the site.
 * @property {number} port
 * @property {number} pid Process id of the engine.
 * @property {Promise<void>} ended Settles when the engine is gone, whoever ended it.
 * @property {() => Promise<void>} stop Ends it in order.
 * @property {() => Promise<void>} kill Ends it as a crash would; a new engine can start on the same state.
 */

/** @type {Promise<unknown>} One engine starts at a time, so that each finds its own process. */
let starting = Promise.resolve();

/**
 * Starts an engine and answers when it takes requests.
 * Throws an Error whose message is a sentence when the port is taken or the module does not build.
 * @param {EngineOptions} options
 * @returns {Promise<Engine>}
 */
export function startEngine(options) {
  const started = starting.then(() => start(options));
  starting = started.catch(() => undefined);
  return started;
}

/** @param {EngineOptions} options @returns {Promise<Engine>} */
async function start({ main, assets, host = '127.0.0.1', port = 0, state, vars = {}, log = printError }) {
  await assertFree(host, port);
  const script = resolve(main);
  const code = await bundle(script);
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  /** Miniflare keeps its process to itself. @param {unknown} message */
  const onSpawn = (message) => {
    children.push(/** @type {{process: import('node:child_process').ChildProcess}} */ (message).process);
  };
  subscribe('child_process', onSpawn);
  const miniflare = new Miniflare({
    name: '',
    // The entry that miniflare insists on stays on loopback; people come in through the direct socket, one hop less.
    unsafeDirectSockets: [{ host, port }],
    cf: false,
    log: new NoOpLog(),
    handleRuntimeStdio: (/** @type {NodeJS.ReadableStream[]} */ ...streams) => {
      for (const stream of streams) readLines(stream, log);
    },
    compatibilityDate,
    compatibilityFlags: ['nodejs_compat'],
    modules: [
      { type: 'ESModule', path: script, contents: code },
      { type: 'ESModule', path: join(dirname(script), '__STATIC_ASSETS_MANIFEST__'), contents: manifest(assets) },
    ],
    modulesRoot: dirname(script),
    bindings: { ...prefixed(vars), PARTYKIT_CRONS: {} },
    durableObjects: { PARTYKIT_DURABLE: 'PartyKitDurable' },
    durableObjectsPersist: state === undefined ? false : join(resolve(state), 'party'),
    outboundService: async (/** @type {{url: string}} */ request) => {
      const url = new URL(request.url);
      if (url.origin !== files) return new Response('The room server makes no requests of its own.', { status: 403 });
      try {
        const { body, headers } = await readStaticFile(assets, decodeURIComponent(url.pathname));
        return new Response(body, { headers });
      } catch {
        return new Response('Not found', { status: 404 }); // Taken away since the engine started.
      }
    },
  });
  try {
    await miniflare.ready;
    const url = await miniflare.unsafeGetDirectURL('');
    const child = children.find(({ spawnfile }) => spawnfile.includes('workerd'));
    return toEngine(miniflare, child, url);
  } catch (error) {
    await miniflare.dispose();
    throw new Error(`The engine did not start: ${error instanceof Error ? error.message : error}`, { cause: error });
  } finally {
    unsubscribe('child_process', onSpawn);
  }
}

/**
 * @param {{dispose(): Promise<void>}} miniflare
 * @param {import('node:child_process').ChildProcess | undefined} child
 * @param {URL} url
 * @returns {Engine}
 */
function toEngine(miniflare, child, url) {
  if (child?.pid === undefined) throw new Error('no process was started');
  const { pid } = child;
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(late);
    await miniflare.dispose();
  };
  return {
    url: url.origin,
    port: Number(url.port),
    pid,
    ended,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** The facade answers an address it cannot decode, or a party it does not know, as if the server had failed. */
const guard = `var guarded = { ...source_default, fetch(request, env, ctx) {
  const { pathname } = new URL(request.url);
  try { decodeURIComponent(pathname); } catch { return new Response('This address is not well formed.', { status: 400 }); }
  const [, kind, party] = pathname.split('/');
  if (kind === 'parties' && party !== 'main') return new Response('Not found', { status: 404 });
  return source_default.fetch(request, env, ctx);
} };`;

/** @param {string} script */
async function bundle(script) {
  const facade = await readFile(join(partykit, 'dist/generated.js'), 'utf8');
  const result = await build({
    stdin: {
      contents: `${facade
        .replace('__WORKER__', script.replaceAll('\\', '/'))
        .replace('__R2_BINDINGS__', '[]')
        .replace('__KV_BINDINGS__', '[]')
        .replace('__PARTIES__', '')
        .replace('source_default as default', 'guarded as default')}\n${guard}`,
      resolveDir: dirname(script),
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['partykit', 'workerd', 'worker'],
    external: ['__STATIC_ASSETS_MANIFEST__', 'node:*', 'cloudflare:*'],
    define: { PARTYKIT_HOST: '"127.0.0.1"', PARTYKIT_API_BASE: '""' },
    logLevel: 'silent',
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error(`${script} gave no bundle.`);
  return output.text;
}

/** @param {string} assets */
function manifest(assets) {
  const names = Object.fromEntries(listFiles(assets).map((name) => [name, name]));
  return `export default ${JSON.stringify({ devServer: files, assets: names })};`;
}

/** PartyKit tells its own bindings from the user's by a prefix. @param {Record<string, string>} vars */
function prefixed(vars) {
  return Object.fromEntries(Object.entries(vars).map(([name, value]) => [`pkvar-${name}`, value]));
}

/** The engine itself reports a busy port as a failure of the runtime. @param {string} host @param {number} port */
async function assertFree(host, port) {
  if (port === 0) return;
  const probe = createServer();
  await new Promise((resolve, reject) => {
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const busy = `Port ${port} on ${host} is in use. Stop what uses it, or choose another: PORT=${port + 1} npm start`;
      reject(new Error(error.code === 'EADDRINUSE' ? busy : `Cannot listen on ${host}:${port}: ${error.message}`));
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
}

/** @param {NodeJS.ReadableStream} stream @param {(line: string) => void} log */
function readLines(stream, log) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() && !noise.test(line)) log(line);
  });
}

/** @param {string} line */
function printError(line) {
  process.stderr.write(`${line}\n`);
}
