// Whether this browser lets a WebAssembly program wait without keeping its thread busy.

/** WebKit does not. */
export function canSuspend(): boolean {
  return 'Suspending' in WebAssembly;
}
