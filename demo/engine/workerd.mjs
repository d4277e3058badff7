// Starts plain workerd, Cloudflare's runtime, with rooms in SQLite files on disk.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { compressedFolder, describeFiles } from '../build/files.mjs';
import { readLines, toEngine } from './process.mjs';

/** The runtime's behaviour of this date; the same as in wrangler.jsonc. */
const compatibilityDate = '2026-01-01';

/** Determines the rooms' folder and ids: with another key all rooms would be lost. */
const uniqueKey = 'code-room';

/** @param {import('./process.mjs').StartOptions} options @returns {Promise<import('./process.mjs').Engine>} */
export async function startWorkerd({ main, assets, host, port, state, vars, log }) {
  const folder = await mkdtemp(join(tmpdir(), 'code-room-'));
  const dispose = () => rm(folder, { recursive: true, force: true });
  const rooms = resolve(state ?? folder, 'rooms');
  const deleted = resolve(state ?? folder, 'deleted', 'rooms', uniqueKey);
  await mkdir(deleted, { recursive: true });
  await mkdir(join(rooms, uniqueKey), { recursive: true });
  try {
    await writeFile(join(folder, 'worker.mjs'), await bundle(resolve(main)));
    const address = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
    await writeFile(join(folder, 'config.capnp'), config({ address, rooms, deleted, assets: resolve(assets), vars }));
    const child = spawn(binary(), ['serve', '--control-fd=3', join(folder, 'config.capnp')], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      // Settings are passed in the environment, so that no secret is in a file.
      env: { ...process.env, ...vars },
    });
    for (const stream of child.stdout && child.stderr ? [child.stdout, child.stderr] : []) readLines(stream, log);
    const url = new URL(`http://${address}`);
    url.port = String(await listening(child));
    return toEngine(child, url, dispose);
  } catch (error) {
    await dispose();
    throw new Error(`The engine did not start: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

/** The port it listens on. @param {import('node:child_process').ChildProcess} child @returns {Promise<number>} */
function listening(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`it ended with ${code}; its messages above say why`)));
    const control = /** @type {NodeJS.ReadableStream} */ (child.stdio[3]);
    readLines(control, (line) => {
      try {
        const { event, port } = JSON.parse(line);
        if (event === 'listen') resolve(port);
      } catch {
        // Half a line: the engine has ended, which is told above.
      }
    });
  });
}

/** The binary itself: the package's command is a Node process between it and our signals. */
function binary() {
  const require = createRequire(import.meta.resolve('workerd'));
  const name = process.platform === 'win32' ? 'workerd.exe' : 'workerd';
  const system = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[String(process.platform)];
  const chip = process.arch === 'x64' ? '64' : process.arch;
  try {
    return require.resolve(`@cloudflare/workerd-${system}-${chip}/bin/${name}`);
  } catch (cause) {
    throw new Error(`there is no workerd for ${process.platform} on ${process.arch}`, { cause });
  }
}

/** @param {string} script */
async function bundle(script) {
  const result = await build({
    entryPoints: [script],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    conditions: ['workerd', 'worker'],
    external: ['node:*', 'cloudflare:*'],
    logLevel: 'silent',
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error(`${script} gave no bundle.`);
  return output.text;
}

/** @param {{address: string, rooms: string, deleted: string, assets: string, vars: Record<string, string>}} parts */
function config({ address, rooms, deleted, assets, vars }) {
  const settings = Object.keys(vars).map((name) => `(name = ${text(name)}, fromEnvironment = ${text(name)})`);
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "host", worker = .host),
    (name = "files", disk = (path = ${text(assets)})),
    (name = "compressed", disk = (path = ${text(compressedFolder(assets))})),
    (name = "internet", network = (allow = ["public", "private"], tlsOptions = (trustBrowserCas = true))),
    (name = "rooms", disk = (path = ${text(rooms)}, writable = true)),
    (name = "roomFiles", disk = (path = ${text(join(rooms, uniqueKey))})),
    (name = "deletedRooms", disk = (path = ${text(deleted)}, writable = true)),
  ],
  sockets = [(name = "http", address = ${text(address)}, http = (), service = "host")],
);

const host :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.mjs")],
  compatibilityDate = "${compatibilityDate}",
  compatibilityFlags = ["nodejs_compat", "no_web_socket_compression"],
  bindings = [
    (name = "rooms", durableObjectNamespace = "RoomServer"),
    (name = "files", service = "files"),
    (name = "compressedFiles", service = "compressed"),
    (name = "roomFiles", service = "roomFiles"),
    (name = "deletedRooms", service = "deletedRooms"),
    (name = "fileList", json = ${text(JSON.stringify(describeFiles(assets)))}),
    ${settings.join(',\n    ')}
  ],
  durableObjectNamespaces = [(className = "RoomServer", uniqueKey = "${uniqueKey}", enableSql = true)],
  durableObjectStorage = (localDisk = "rooms"),
);
`;
}

/** Cap'n Proto only has escapes of bytes. @param {string} value */
function text(value) {
  const bytes = [...Buffer.from(value)];
  const plain = (/** @type {number} */ byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
  const escaped = bytes.map((byte) =>
    plain(byte) ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
  );
  return `"${escaped.join('')}"`;
}
