// The page behind /sandbox: creates the opaque frame in which code runs, connects it to the embedding page, and serves it files.
import { SANDBOX_CONNECT, SANDBOX_READY } from '../messages.js';
import { type BuiltFiles, FileStore } from './file-store.js';
import { PackStore } from './pack-store.js';
import { serveFiles } from './serve-files.js';

/** Inserted by the build: the document of the opaque frame, and the paths of the runtime files. */
interface Built {
  frame: string;
  files: BuiltFiles;
}

/** A page that is still here so long after it was to be left stays: somebody chose to, or it was a link to download or to write a mail. */
const LEAVING_MS = 5_000;

const built: Built = JSON.parse(document.getElementById('built')?.textContent ?? '');

if (window.parent === window) {
  document.body.textContent = 'This page runs programs for a code room. On its own it has nothing to show.';
} else {
  connect(window.parent);
}

/** Any page may embed this one and run code in it. One port is accepted, from the embedding page only. */
function connect(page: Window): void {
  const store = new FileStore(built.files, new URL('.', document.baseURI));
  const files = new MessageChannel();
  // Firefox aborts fetches when a page is being left; those must not be reported as missing files.
  let left = Number.NEGATIVE_INFINITY;
  window.addEventListener('beforeunload', () => {
    left = performance.now();
  });
  serveFiles(files.port1, store, new PackStore(), () => left + LEAVING_MS - performance.now());
  const frame = makeFrame();
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  store.expect(expectedFiles());

  window.addEventListener('message', async function handOver(event: MessageEvent) {
    const [port] = event.ports;
    if (event.source !== page || event.data?.type !== SANDBOX_CONNECT || !port) return;
    window.removeEventListener('message', handOver);
    await loaded;
    frame.contentWindow?.postMessage({ type: SANDBOX_CONNECT }, '*', [port, files.port2]);
  });
  page.postMessage({ type: SANDBOX_READY }, '*');
}

function makeFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('allow', '');
  // Created here and not in the page, because a srcdoc frame inherits its creator's base URL, which contains the room.
  frame.srcdoc = built.frame;
  return frame;
}

/** The files that the page will request first are in the URL's hash. Unknown names are ignored. */
function expectedFiles(): string[] {
  return location.hash
    .slice(1)
    .split(',')
    .filter((name) => Object.hasOwn(built.files, name));
}
