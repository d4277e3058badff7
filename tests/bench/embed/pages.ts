/** Serves the page of each system with what was bundled for it, compressed as our host does. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { systemsFolder } from '../compared-systems.mjs';
import { HOST, ROOM, SOCKET, SYSTEMS, type System } from './systems.js';

const OUT = `${systemsFolder}/embed`;
const MODULES = resolve(systemsFolder, 'node_modules');

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

const FOLDERS: Record<string, string> = {
  out: OUT,
  pyodide: 'node_modules/pyodide',
  pyscript: `${MODULES}/@pyscript/core/dist`,
  sandbox: `${MODULES}/playground-elements`,
};

/** Finds the editor in every shadow root, gives it the focus until it has it, and says when a key is first seen in it, and each later one. */
export const HOOKS = `
const find = (selector, root = document) => {
  const found = root.querySelector(selector);
  if (found) return found;
  for (const one of root.querySelectorAll('*')) {
    const inside = one.shadowRoot && find(selector, one.shadowRoot);
    if (inside) return inside;
  }
  return null;
};
// Looked for once: to go through every shadow root in each frame would slow down the pages that have some.
let editor = null;
const count = () => {
  if (!editor?.isConnected) editor = find('.view-lines, .cm-content');
  return (editor?.textContent.match(/x/g) ?? []).length;
};
window.counted = count;
window.focusEditor = () => find('.native-edit-context, .monaco-editor textarea, .cm-content')?.focus();
/** Milliseconds from the start of the page until an x is shown. */
window.firstKey = new Promise((resolve) => {
  const look = setInterval(() => {
    if (count() === 0) return window.focusEditor();
    clearInterval(look);
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
  }, 20);
});
const now = () => performance.timeOrigin + performance.now();
window.pressed = [];
addEventListener('keydown', ({ key, timeStamp }) => { if (key === 'x') window.pressed.push(performance.timeOrigin + timeStamp); }, true);
/** How many x were painted, and since when. */
window.painted = [];
window.watch = () => {
  if (window.watching) return;
  window.watching = true;
  let last = count();
  const frame = () => {
    const seen = count();
    if (seen !== last) {
      last = seen;
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.painted.push([seen, now()]);
      port2.postMessage(null);
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
};
window.weight = async () => {
  for (let n = 0; n < 3; n++) { gc(); await new Promise((resolve) => setTimeout(resolve, 100)); }
  return performance.memory.usedJSHeapSize;
};`;

export async function bundleSystems(say: (line: string) => void): Promise<void> {
  for (const system of SYSTEMS.filter(({ script }) => script !== '')) {
    say(`bundling ${system.name}`);
    await bundle(system.id, 'entry', `${system.script}\n${system.more}`);
  }
  await bundle('monaco-worker', 'worker', "import 'monaco-editor/editor/editor.worker.js';");
}

async function bundle(folder: string, name: string, contents: string): Promise<void> {
  const [out, source] = [`${OUT}/${folder}/${name}.js`, 'tests/bench/embed/systems.ts'];
  if (existsSync(out) && statSync(out).mtimeMs > statSync(source).mtimeMs) return;
  const api = `${MODULES}/monaco-editor/esm/vs/editor/editor.api.js`;
  await build({
    stdin: { contents, resolveDir: resolve(systemsFolder), sourcefile: `${name}.js` },
    outdir: `${OUT}/${folder}`,
    entryNames: name,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    loader: { '.ttf': 'file' },
    // Where y-monaco looks for it, it is no more.
    alias: { 'monaco-editor/esm/vs/editor/editor.api.js': api },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
}

const compressedFiles = new Map<string, Buffer>();

function compressedFile(path: string): Buffer {
  const content =
    compressedFiles.get(path) ??
    brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  compressedFiles.set(path, content);
  return content;
}

export interface Addresses {
  host: string;
  socket: string;
}

/** `addresses`: what the pages are to reach, perhaps by way of a slow line. */
export async function servePages(addresses: () => Addresses): Promise<{ port: number; close(): void }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [, folder = '', ...rest] = pathname.split('/');
    if (folder === 'page') {
      const system = SYSTEMS.find(({ id }) => id === rest[0]);
      const body = system ? page(system, searchParams, addresses()) : EMPTY;
      return response.writeHead(200, { 'Content-Type': 'text/html' }).end(body);
    }
    let path = join(FOLDERS[folder] ?? 'nowhere', normalize(rest.join('/')));
    // Beside its bundle playground-elements looks for its worker.
    if (!existsSync(path) && folder === 'out') path = join(FOLDERS.sandbox ?? '', rest.at(-1) ?? '');
    if (!existsSync(path) || !statSync(path).isFile()) return response.writeHead(404).end();
    const headers = { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream', 'Content-Encoding': 'br' };
    const body = folder === 'out' && path.endsWith('.js') ? filled(path, addresses()) : compressedFile(path);
    return response.writeHead(200, { ...headers, 'Cache-Control': 'public, max-age=3600' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

const EMPTY = '<!doctype html><meta charset="utf-8"><title>Empty</title><link rel="icon" href="data:,">';

/** With `program` the editor has that text from the beginning. */
function page({ html, script, more }: System, asked: URLSearchParams, { host, socket }: Addresses): string {
  const room = asked.get('room') ?? 'bench';
  const program = asked.get('program') ?? '';
  const own = script === '' ? `<script type="module">${more}</script>` : '';
  return `${EMPTY}<script>window.room = '${room}';${HOOKS}</script><body>\n${html.replace('\n\n</script>', `\n${program}\n</script>`)}\n${own}`
    .replaceAll(HOST, host)
    .replaceAll(ROOM, room)
    .replaceAll(SOCKET, socket);
}

const addressed = new Map<string, Buffer>();

/** A bundle with the addresses of this run; its room is the page's. */
function filled(path: string, { socket }: Addresses): Buffer {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(SOCKET)) return compressedFile(path);
  const key = `${path} ${socket}`;
  const whole = text.replaceAll(SOCKET, socket).replaceAll(`"${ROOM}"`, 'window.room');
  const content = addressed.get(key) ?? brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  addressed.set(key, content);
  return content;
}
