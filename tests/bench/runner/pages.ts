/** The pages that are compared: Python as we run it, as plain Pyodide does in a worker, and as PyScript does in one. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { systemsFolder } from '../compared-systems.mjs';
import { Orders } from './orders.js';

/** What a page offers to those who measure it. */
export interface BenchPage {
  first(): Promise<number>;
  /** The page `code-room`. */
  beforeFrame?: number;
  timeToOutput(room: BenchRoom, text?: string): Promise<number>;
  /** Writes into the editor, ten keys a second, for so many milliseconds; the text is in the end what it was. */
  type(time: number): Promise<void>;
  room: BenchRoom;
  /** The page `plain`. */
  prints(): Promise<number>;
}

interface BenchRoom extends HTMLElement {
  value: string;
  output: string;
  running: boolean;
  run(): Promise<{ state: string; durationMs: number }>;
  stop(): void;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.html': 'text/html',
};

/** They have the sandbox of another origin in them. */
const FRAMING = new Set(['/code-room', '/room-tests', '/files', '/script.js']);

const FOLDERS: Record<string, string> = {
  pyodide: 'node_modules/pyodide',
  pyscript: `${systemsFolder}/node_modules/@pyscript/core/dist`,
};

const empty = `<!doctype html><meta charset="utf-8"><title>Bench</title>${Orders.script}`;

/** Each page has `first()`: milliseconds from nothing to the first line that Python prints; and /plain `prints()`: those of a million prints. */
const pages = (host: string): Record<string, string> => ({
  '/code-room': `${empty}<script type="module" src="${host}/code-room.js"></script><script>
    window.first = async () => {
      await customElements.whenDefined('code-room');
      const room = document.createElement('code-room');
      window.room = room;
      document.body.append(room);
      room.value = 'print("first")';
      const began = performance.now();
      const time = await timeToOutput(room);
      // How long it took for the frame to be asked for: the editor goes first.
      window.beforeFrame = performance.getEntriesByType('resource').findLast(({ name }) => name.startsWith('${host}/sandbox')).startTime - began;
      return time;
    };
    window.timeToOutput = (room, text = 'first') => new Promise((resolve, reject) => {
      const began = performance.now();
      let ended = false;
      let at = 0;
      const look = () => { if (!at && room.output.includes(text)) at = performance.now() - began; if (at && ended) resolve(at); };
      room.addEventListener('code-room-output', look);
      room.run().then(({ state }) => {
        ended = true;
        look();
        // The last of the output may come after the end.
        setTimeout(() => { if (!at) reject(new Error('The run ended as ' + state + ' and has not printed "' + text + '", but: ' + room.output)); }, 1000);
      }, reject);
    });
    window.type = async (time) => {
      const { room } = window;
      const text = room.value;
      room.focus();
      for (const end = performance.now() + time; performance.now() < end; ) {
        document.execCommand('insertText', false, '#');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      if (room.value === text) throw new Error('The editor has taken no key.');
      room.value = text;
    };
  </script>`,
  '/room-tests': `${empty}<script>document.documentElement.dataset.host = '${host}';</script><body><script src="/script.js"></script>`,
  '/files': `${empty}<script>document.documentElement.dataset.host = '${host}';</script><body><script type="module" src="${host}/code-room.js"></script><script src="/script.js"></script>`,
  '/plain': `${empty}<script>
    window.first = () => new Promise((resolve, reject) => {
      const began = performance.now();
      window.worker = new Worker('/plain-worker.js', { type: 'module' });
      window.worker.onerror = ({ message }) => reject(new Error('Plain Pyodide did not start: ' + message));
      window.worker.onmessage = () => resolve(performance.now() - began);
    });
    window.prints = () => new Promise((resolve) => {
      const began = performance.now();
      window.worker.onmessage = ({ data }) => { if (data === 'end') resolve(performance.now() - began); };
      window.worker.postMessage('prints');
    });
  </script>`,
  '/pyscript': `${empty}<script>
    window.first = () => new Promise((resolve) => {
      const began = performance.now();
      window.printed = () => resolve(performance.now() - began);
      const config = document.createElement('py-config');
      config.textContent = JSON.stringify({ interpreter: '/pyodide/pyodide.mjs' });
      const program = document.createElement('script');
      program.type = 'py';
      program.setAttribute('worker', '');
      program.setAttribute('config', JSON.stringify({ interpreter: location.origin + '/pyodide/pyodide.mjs' }));
      program.textContent = 'from pyscript import window\\nwindow.printed()';
      const core = document.createElement('script');
      core.type = 'module';
      core.src = '/pyscript/core.js';
      document.body.append(program, core);
    });
  </script>`,
});

const plainWorker = `
  import { loadPyodide } from '/pyodide/pyodide.mjs';
  const pyodide = await loadPyodide({ indexURL: '/pyodide/', stdout: (line) => postMessage(line) });
  pyodide.runPython('print("first")');
  onmessage = () => pyodide.runPython('for i in range(1_000_000): print(i)\\nprint("end")');`;

const compressedFiles = new Map<string, Buffer>();

function compressedFile(path: string): Buffer {
  const content = compressedFiles.get(path) ?? gzipSync(readFileSync(path), { level: 9 });
  compressedFiles.set(path, content);
  return content;
}

export interface BenchPages {
  origin: string;
  orders: Orders;
  close(): void;
}

/** Serves the pages on a free port; `host` is the origin of our room server. With `compressed` the other systems' files travel as ours do. */
export async function servePages(host: string, { compressed = false, script = '' } = {}): Promise<BenchPages> {
  const page = pages(host);
  const orders = new Orders();
  const server = createServer((request, response) => {
    if (orders.serve(request, response)) return undefined;
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    // PyScript's worker waits for the page by shared memory, which only isolated pages have.
    const isolated = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
    const caching = { 'Cache-Control': 'public, max-age=3600' };
    const answer = (type: string, body: string) =>
      response.writeHead(200, { 'Content-Type': type, ...(FRAMING.has(pathname) ? {} : isolated) }).end(body);
    const document = page[pathname];
    if (document) return answer('text/html', document);
    if (pathname === '/script.js') return answer('text/javascript', script);
    if (pathname === '/plain-worker.js') return answer('text/javascript', plainWorker);
    const [, folder = '', ...rest] = pathname.split('/');
    const path = join(FOLDERS[folder] ?? 'nowhere', normalize(rest.join('/')));
    if (!existsSync(path) || !statSync(path).isFile()) return response.writeHead(404).end();
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    const headers = { 'Content-Type': type, ...isolated, ...caching };
    if (compressed)
      return response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip' }).end(compressedFile(path));
    response.writeHead(200, headers);
    return createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The pages have no port.');
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${address.port}`, orders, close };
}
