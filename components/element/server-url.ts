// Where the room's server and its sandbox are when a page does not say.

import { originOf } from '../session/address.js';

let scriptOrigin: string | undefined;

/** For the script a host serves: rooms and sandbox are where the script came from. Bundled, they are the page's own. */
export function hostIsOriginOf(scriptUrl: string): void {
  scriptOrigin = new URL(scriptUrl).origin;
}

export function defaultHost(): string {
  return scriptOrigin ?? globalThis.location?.origin ?? '';
}

/** Whether the script came from this host, which then has all else, too. */
export function isFromHost(host: string | null): boolean {
  return scriptOrigin !== undefined && scriptOrigin === host;
}

/** An origin as typed in an attribute; null when it is none. */
export function toOrigin(host: string): string | null {
  return originOf(host.trim());
}

/**
 * The sandbox to run code in: what `runner` says, else that of the host. Null when there is neither: a page that bundles
 * the element and has no room has no server either.
 */
export function sandboxOf(runner: string | undefined, host: string | null, hasServer: boolean): string | 'off' | null {
  if (runner) return runner;
  return host !== null && (hasServer || scriptOrigin !== undefined) ? `${host}/sandbox` : null;
}
