// Removes from the worker's global scope what a program must not have.

/**
 * The content security policy already blocks the network; these are removed as well, so that isolation does not depend on one
 * mechanism, and because a program that can post messages could flood the frame and delay Stop.
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
  // Firefox loads a worker's fonts whatever the policy says.
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
      // Where a browser does not delete it, it is shadowed.
      if (!Reflect.deleteProperty(holder, name)) Reflect.defineProperty(holder, name, { value: undefined });
    }
  }
}
