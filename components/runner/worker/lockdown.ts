// Takes from the worker's global scope what a program must not have.

/**
 * The content security policy already stops the network; these go as well, so that nothing hangs on one browser's word,
 * and because a program that may post messages can flood the frame until Stop comes late.
 */
const FORBIDDEN = [
  'postMessage',
  'close',
  'importScripts',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'fetch',
  'fetchLater',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'Notification',
  // Firefox fetches a worker's fonts whatever the policy says.
  'FontFace',
  'FontFaceSet',
  'fonts',
  'indexedDB',
  'caches',
  'CacheStorage',
  'StorageManager',
  'FileReaderSync',
  'webkitRequestFileSystem',
  'webkitRequestFileSystemSync',
  'webkitResolveLocalFileSystemURL',
  'webkitResolveLocalFileSystemSyncURL',
  'onmessage',
  'onmessageerror',
  'name',
];

export function lockdown(): void {
  for (const name of FORBIDDEN) {
    for (let holder: object | null = globalThis; holder !== null; holder = Object.getPrototypeOf(holder)) {
      if (!Object.hasOwn(holder, name)) continue;
      // Where a browser does not let go of it, it is covered instead.
      if (!Reflect.deleteProperty(holder, name)) Reflect.defineProperty(holder, name, { value: undefined });
    }
  }
}
