// Where the room's server and its sandbox are when a page does not say.

let scriptOrigin: string | undefined;

/** For the script a host serves: rooms and sandbox are where the script came from. Bundled, they are the page's own. */
export function hostIsOriginOf(scriptUrl: string): void {
  scriptOrigin = new URL(scriptUrl).origin;
}

export function defaultHost(): string {
  return scriptOrigin ?? globalThis.location?.origin ?? '';
}

/** An origin as typed in an attribute; null when it is none. */
export function toOrigin(host: string): string | null {
  try {
    const { origin, protocol } = new URL(host);
    // Chromium writes a space in a name as %20; no name has one.
    return /^https?:$/.test(protocol) && !origin.includes('%') ? origin : null;
  } catch {
    return null; // Not an address at all.
  }
}

/**
 * The sandbox to run code in: what `runner` says, else that of the host. Null when there is neither: a page that bundles
 * the element and has no room has no server either.
 */
export function sandboxOf(runner: string | undefined, host: string, hasServer: boolean): string | 'off' | null {
  if (runner) return runner;
  return hasServer || scriptOrigin !== undefined ? `${host}/sandbox` : null;
}
