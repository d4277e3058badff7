// Starts PartyKit's engine without its command line: on one address only, and without an inspector.
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compressedFolder, describeFiles, encodings } from '../build/files.mjs';
import { Eraser } from './erase.mjs';
import { serviceOrigins, webhookAndKeyOrigins } from './outward-origins.mjs';
import { readLines, toEngine } from './process.mjs';
import { partyKitFile } from './state.mjs';

const partykit = fileURLToPath(new URL('..', import.meta.resolve('partykit/server')));

/** PartyKit's own Miniflare: the facade below is written for this version. */
const { Miniflare, NoOpLog, Response } = createRequire(join(partykit, 'package.json'))('miniflare');

/** The internal URL of static files; such requests come to us, not to the network. */
const files = 'http://files.invalid';

/** The internal URL for checking room files; these come to us, too. */
const roomFiles = 'http://rooms.invalid';

/** @param {string} path With slashes on every system, for imports. */
const slashed = (path) => path.replaceAll('\\', '/');
const staticFiles = slashed(fileURLToPath(new URL('../server/static-files.ts', import.meta.url)));

/** The latest date that PartyKit's engine supports. */
const compatibilityDate = '2024-07-18';

/** What the engine is answered with, which nobody reads any more once it is closed. @type {AsyncLocalStorage<Answering>} */
const answering = new AsyncLocalStorage();

/** @typedef {{response: import('node:http').ServerResponse, server: import('node:http').Server}} Answering */

/** Miniflare does not tell when the engine has given up on a request. @param {unknown} message */
function onRequest(message) {
  answering.enterWith(/** @type {Answering} */ (message));
}

/** The engine keeps its connections to this process, and loses a request for which it takes one that is just being closed. */
function keepConnections() {
  const { server } = answering.getStore() ?? {};
  if (server) server.keepAliveTimeout = 0;
}

/** As it is asked, and as it is answered; broken off when whoever asked is gone. @param {Request} request */
async function passThrough(request) {
  const { method } = request;
  const end = new AbortController();
  const broken = () => end.abort();
  answering.getStore()?.response.once('close', broken);
  try {
    const body = method === 'POST' ? await request.arrayBuffer() : null;
    const headers = Object.fromEntries(request.headers);
    const answer = await fetch(request.url, { method, headers, body, redirect: 'manual', signal: end.signal });
    const type = answer.headers.get('Content-Type') ?? 'text/plain';
    return new Response(answer.body && quiet(answer.body), {
      status: answer.status,
      headers: { 'Content-Type': type },
    });
  } catch {
    return new Response('It cannot be reached.', { status: 502 });
  }
}

/** Ends where the source breaks off: nobody catches what a broken stream throws at Miniflare, which would end this process. @param {ReadableStream<Uint8Array>} source */
function quiet(source) {
  const reader = source.getReader();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => reader.cancel().catch(() => undefined), // It has broken off already.
  });
}

/** The same timeout as the room's. */
const patienceMs = 10_000;

/** To webhooks and the keys of teams: the answer is read whole, that of a webhook is dropped, and it ends after ten seconds. @param {Request} request */
async function passOnWhole(request) {
  const { method } = request;
  const body = method === 'POST' ? await request.arrayBuffer() : null;
  const headers = Object.fromEntries(request.headers);
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const answer = await fetch(request.url, { method, headers, body, redirect: 'manual', signal });
    const type = answer.headers.get('Content-Type') ?? 'text/plain';
    // Nobody reads the answer to a webhook, which may have any length. An answer that must not have a body may not have an empty one.
    const unread = method === 'POST' || [204, 205, 304].includes(answer.status);
    if (unread) await answer.body?.cancel();
    const content = unread ? null : await answer.arrayBuffer();
    return new Response(content, { status: answer.status, headers: { 'Content-Type': type } });
  } catch {
    return new Response('It cannot be reached.', { status: 502 });
  }
}

/**
 * Requests about a room's file: GET, whether it exists; POST, something in it was deleted; DELETE waits until nothing of that
 * is left.
 * @param {Eraser} eraser @param {string} method @param {string} room
 */
async function answerFor(eraser, method, room) {
  if (method === 'POST') eraser.note(room);
  else if (method === 'DELETE') await eraser.erased(room);
  else if (!(await eraser.has(room))) return new Response(null, { status: 404 });
  return new Response(null, { status: 204 });
}

/** @param {import('./process.mjs').StartOptions} options @returns {Promise<import('./process.mjs').Engine>} */
export async function startPartyKit({ main, assets, host, port, state, vars, log }) {
  const script = resolve(main);
  const code = await bundle(script, assets);
  const webhooksAndKeys = webhookAndKeyOrigins(vars);
  const services = serviceOrigins(vars);
  const folder = state === undefined ? await mkdtemp(join(tmpdir(), 'code-room-')) : resolve(state);
  const eraser = new Eraser(folder, partyKitFile, log);
  // Finishes what a crash has left.
  await eraser.sweep();
  const dispose = async () => {
    await miniflare.dispose();
    unsubscribe('http.server.request.start', onRequest);
    await eraser.end();
    if (state === undefined) await rm(folder, { recursive: true, force: true });
  };
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  /** Miniflare does not expose its process. @param {unknown} message */
  const onSpawn = (message) => {
    children.push(/** @type {{process: import('node:child_process').ChildProcess}} */ (message).process);
  };
  subscribe('child_process', onSpawn);
  subscribe('http.server.request.start', onRequest);
  const miniflare = new Miniflare({
    name: '',
    // Miniflare's required entry stays on loopback; people use the direct socket, which is one hop less.
    unsafeDirectSockets: [{ host, port }],
    cf: false,
    log: new NoOpLog(),
    handleRuntimeStdio: (/** @type {NodeJS.ReadableStream[]} */ ...streams) => {
      for (const stream of streams) readLines(stream, log);
    },
    compatibilityDate,
    // Compression would not make keystrokes smaller, but delay each frame.
    compatibilityFlags: ['nodejs_compat', 'no_web_socket_compression'],
    modules: [
      { type: 'ESModule', path: script, contents: code },
      { type: 'ESModule', path: join(dirname(script), '__STATIC_ASSETS_MANIFEST__'), contents: manifest(assets) },
    ],
    modulesRoot: dirname(script),
    bindings: { ...prefixed({ ...vars, ROOM_FILES: roomFiles }), PARTYKIT_CRONS: {} },
    durableObjects: { PARTYKIT_DURABLE: 'PartyKitDurable' },
    durableObjectsPersist: join(folder, 'party'),
    outboundService: async (/** @type {Request} */ request) => {
      keepConnections();
      const url = new URL(request.url);
      if (services.has(url.origin)) return passThrough(request);
      if (webhooksAndKeys.has(url.origin)) return passOnWhole(request);
      if (url.origin === roomFiles) return answerFor(eraser, request.method, url.pathname.slice(1));
      if (url.origin !== files) return new Response('Only addresses of the settings can be reached.', { status: 403 });
      try {
        return new Response(await readFile(pathOf(assets, url)));
      } catch {
        return new Response('Not found', { status: 404 }); // Removed since the engine started.
      }
    },
  });
  try {
    await miniflare.ready;
    const url = await miniflare.unsafeGetDirectURL('');
    for (const room of eraser.unclosed()) {
      await fetch(new URL(`/api/rooms/${room}`, url), { headers: { Authorization: 'Bearer none' } });
      eraser.begin();
    }
    const child = children.find(({ spawnfile }) => spawnfile.includes('workerd'));
    return toEngine(child, url, dispose);
  } catch (error) {
    await dispose();
    throw new Error(`The engine did not start: ${error instanceof Error ? error.message : error}`, { cause: error });
  } finally {
    unsubscribe('child_process', onSpawn);
  }
}

/** @param {string} assets @param {URL} url The query contains the encoding. */
function pathOf(assets, { pathname, search }) {
  const name = decodeURIComponent(pathname);
  const extension = encodings[/** @type {keyof typeof encodings} */ (search.slice(1))];
  return extension ? join(compressedFolder(assets), name + extension) : join(assets, name);
}

/**
 * The facade serves files without regard to request headers and, under differently written names, without frame-ancestors; for a
 * URL it cannot decode, or an unknown party, it answers with a server error.
 */
const guard = `
import { createStaticFiles } from '__STATIC_FILES__';
const known = __FILES__;
const staticFiles = createStaticFiles(known, (name, encoding = '') => fetch('${files}/' + name + '?' + encoding));
var guarded = { ...source_default, fetch(request, env, ctx) {
  const file = staticFiles(request);
  if (file) return file;
  const { pathname, search } = new URL(request.url);
  let name;
  try { name = decodeURIComponent(pathname).slice(1); } catch { return new Response('This address is not well formed.', { status: 400 }); }
  if (/[^/]\\/+$/.test(pathname)) return new Response(null, { status: 301, headers: { Location: '/' + pathname.replace(/^\\/+|\\/+$/g, '') + search } });
  if (Object.hasOwn(known, name.endsWith('/') ? name + 'index.html' : name)) return new Response('Not found', { status: 404 });
  const [, kind, party] = pathname.split('/');
  if (kind === 'parties' && party !== 'main') return new Response('Not found', { status: 404 });
  return source_default.fetch(request, env, ctx);
} };`;

/** @param {string} script @param {string} assets */
async function bundle(script, assets) {
  const facade = await readFile(join(partykit, 'dist/generated.js'), 'utf8');
  const result = await build({
    stdin: {
      contents: `${facade
        .replace('__WORKER__', slashed(script))
        .replace('__R2_BINDINGS__', '[]')
        .replace('__KV_BINDINGS__', '[]')
        .replace('__PARTIES__', '')
        .replace('source_default as default', 'guarded as default')}\n${guard
        .replace('__STATIC_FILES__', staticFiles)
        .replace('__FILES__', JSON.stringify(describeFiles(assets)))}`,
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
  const names = Object.fromEntries(Object.keys(describeFiles(assets)).map((name) => [name, name]));
  return `export default ${JSON.stringify({ devServer: files, assets: names })};`;
}

/** PartyKit separates its own bindings from the user's by a prefix. @param {Record<string, string>} vars */
function prefixed(vars) {
  return Object.fromEntries(Object.entries(vars).map(([name, value]) => [`pkvar-${name}`, value]));
}
