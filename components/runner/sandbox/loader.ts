// The page behind /sandbox: makes the opaque frame in which code runs, joins it to the embedding page and serves it files.
import { SANDBOX_CONNECT, SANDBOX_READY } from '../messages.js';
import { type BuiltFiles, FileStore } from './file-store.js';
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
  window.addEventListener('message', connect);
  window.parent.postMessage({ type: SANDBOX_READY }, '*');
}

/** Whoever embeds this page may run code in it; one port, to the one who embeds it, and once. */
function connect(event: MessageEvent): void {
  const [port] = event.ports;
  if (event.source !== window.parent || event.data?.type !== SANDBOX_CONNECT || !port) return;
  window.removeEventListener('message', connect);
  const files = new MessageChannel();
  const store = new FileStore(built.files, new URL('.', document.baseURI));
  // An element from before names none.
  store.expect(event.data.files ?? []);
  serveFiles(files.port1, store);

  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('allow', '');
  // Made here and not in the page, whose address, room and all, would be the base URL of the frame.
  frame.srcdoc = built.frame;
  frame.addEventListener(
    'load',
    () => frame.contentWindow?.postMessage({ type: SANDBOX_CONNECT }, '*', [port, files.port2]),
    { once: true },
  );
  document.body.append(frame);
}
