// The page behind /sandbox: makes the opaque frame in which code runs, joins it to the embedding page and serves it files.
import { SANDBOX_CONNECT, SANDBOX_READY } from '../messages.js';
import { type BuiltFiles, FileStore } from './file-store.js';
import { PackStore } from './pack-store.js';
import { serveFiles } from './serve-files.js';

/** What the build put beside this script: the document of the opaque frame, and where the runtime files are. */
interface Built {
  frame: string;
  files: BuiltFiles;
}

const built: Built = JSON.parse(document.getElementById('built')?.textContent ?? '');

if (window.parent === window) {
  document.body.textContent = 'This page runs programs for a code room. On its own it has nothing to show.';
} else {
  connect(window.parent);
}

/** Whoever embeds this page may run code in it; one port, to the one who embeds it, and once. */
function connect(page: Window): void {
  const store = new FileStore(built.files, new URL('.', document.baseURI));
  const files = new MessageChannel();
  serveFiles(files.port1, store, new PackStore());
  // Firefox breaks off what a page fetches before the page is gone: no file is missing because of that.
  window.addEventListener('beforeunload', () => files.port1.close());
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
  // Made here and not in the page, whose address, room and all, would be the base URL of the frame.
  frame.srcdoc = built.frame;
  return frame;
}

/** Those the page will ask for first stand in the address, after the #. What else stands there is no file. */
function expectedFiles(): string[] {
  return location.hash
    .slice(1)
    .split(',')
    .filter((name) => Object.hasOwn(built.files, name));
}
