// The process of an engine: how it is watched, ended, and kept from outliving us; the same for both engines.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/**
 * @typedef {object} EngineOptions
 * @property {EngineName} [engine] Default: CODE_ROOM_ENGINE, else partykit.
 * @property {string} [main] The module the engine runs; default the reference host.
 * @property {string} [assets] Folder of static files, default dist/site.
 * @property {string} [host] Address to listen on, default 127.0.0.1.
 * @property {number} [port] Default 0: any free port.
 * @property {string} [state] Folder that keeps the rooms; without it they are gone when the engine stops.
 * @property {Record<string, string>} [vars] What the site and the rooms see as their environment.
 * @property {(line: string) => void} [log] Takes what the engine prints, line by line; default standard error.
 *
 * @typedef {'partykit' | 'workerd'} EngineName
 * @typedef {Required<Omit<EngineOptions, 'state' | 'engine'>> & {state: string | undefined}} StartOptions
 *
 * @typedef {object} Engine
 * @property {string} url Origin of the site.
 * @property {number} port
 * @property {number} pid Process id of the engine.
 * @property {Promise<void>} ended Settles when the engine is gone, whoever ended it.
 * @property {() => Promise<void>} stop Ends it in order.
 * @property {() => Promise<void>} kill Ends it as a crash would; a new engine can start on the same state.
 */

/** How long an engine may take to end in order. With sockets open it would wait for their people to leave. */
const patienceMs = 1000;

/** What engines report whenever somebody just closes a page, and addresses inside them that tell nobody anything. */
const noise = /disconnected:|^stack: |LLVM_SYMBOLIZER/;

/**
 * @param {import('node:child_process').ChildProcess | undefined} child
 * @param {URL} url
 * @param {() => Promise<void>} dispose What else has to go when the process has gone.
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

/** A killed parent cannot end its children: a shell that waits for our end of a pipe does it. @param {number} pid */
function endWithUs(pid) {
  if (process.platform === 'win32') return () => undefined; // No such shell, and no such signals.
  const watch = spawn('sh', ['-c', `cat >/dev/null; kill ${pid}; sleep 1; kill -9 ${pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.unref();
  /** @type {import('node:net').Socket} */ (watch.stdin).unref();
  return () => void watch.kill('SIGKILL');
}

/** Engines report a busy port as a failure of their own. @param {string} host @param {number} port */
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
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() && !noise.test(line)) log(line);
  });
}
