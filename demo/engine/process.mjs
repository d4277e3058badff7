// The process of an engine: watching it, ending it, and making sure that it ends with us; for both engines.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/**
 * @typedef {object} EngineOptions
 * @property {EngineName} [engine] Default: CODE_ROOM_ENGINE, else partykit.
 * @property {string} [main] The module the engine runs; default the reference host.
 * @property {string} [assets] Folder of static files, default dist/site.
 * @property {string} [host] Address to listen on, default 127.0.0.1.
 * @property {number} [port] Default 0: any free port.
 * @property {string} [state] Folder that stores the rooms; without it they are lost when the engine stops.
 * @property {Record<string, string>} [vars] The environment of site and rooms.
 * @property {(line: string) => void} [log] Receives the engine's output, line by line; default standard error.
 *
 * @typedef {'partykit' | 'workerd'} EngineName
 * @typedef {Required<Omit<EngineOptions, 'state' | 'engine'>> & {state: string | undefined}} StartOptions
 *
 * @typedef {object} Engine
 * @property {string} url Origin of the site.
 * @property {number} port
 * @property {number} pid Process id of the engine.
 * @property {Promise<void>} ended Resolves when the engine has ended, for any reason.
 * @property {() => Promise<void>} stop Shuts it down.
 * @property {() => Promise<void>} kill Ends it like a crash; a new engine can start on the same state.
 */

/** How long an engine may take to shut down. With open sockets it would wait for people to leave. */
const patienceMs = 1000;

/** Messages that engines print whenever somebody closes a page, and internal addresses. */
const noise = /disconnected:|^stack: |LLVM_SYMBOLIZER/;

/**
 * @param {import('node:child_process').ChildProcess | undefined} child
 * @param {URL} url
 * @param {() => Promise<void>} dispose Cleans up after the process has ended.
 * @returns {Engine}
 */
export function toEngine(child, url, dispose) {
  if (child?.pid === undefined) throw new Error('no process was started');
  const { pid } = child;
  const letGo = endWithUs(pid);
  const ended = new Promise((resolve) => child.once('exit', resolve)).then(letGo);
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await ended;
    clearTimeout(late);
    await dispose();
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

/** A killed parent cannot end its children, so a shell does it when our end of a pipe closes. @param {number} pid */
function endWithUs(pid) {
  if (process.platform === 'win32') return () => undefined; // There is no such shell, and no such signals.
  const watch = spawn('sh', ['-c', `cat >/dev/null; kill ${pid}; sleep 1; kill -9 ${pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.unref();
  /** @type {import('node:net').Socket} */ (watch.stdin).unref();
  return () => void watch.kill('SIGKILL');
}

/** Engines report a busy port as an internal failure. @param {string} host @param {number} port */
export async function assertFree(host, port) {
  if (port === 0) return;
  const probe = createServer();
  await new Promise((resolve, reject) => {
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const busy = `Port ${port} on ${host} is in use. Stop what uses it, or choose another with PORT=${port + 1}.`;
      reject(new Error(error.code === 'EADDRINUSE' ? busy : `Cannot listen on ${host}:${port}: ${error.message}`));
    });
    probe.listen(port, host, () => probe.close(resolve));
  });
}

/** @param {NodeJS.ReadableStream} stream @param {(line: string) => void} log */
export function readLines(stream, log) {
  let rest = '';
  stream.setEncoding('utf8');
  const take = (/** @type {string} */ line) => {
    if (line.trim() && !noise.test(line)) log(line);
  };
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(take);
  });
  // Whoever crashes may not have ended their last line, which says why.
  stream.on('end', () => take(rest));
}
