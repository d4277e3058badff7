// The default URLs of room server and sandbox.

import { originOf } from '../session/address.js';

let scriptOrigin: string | undefined;

/** For the script that a host serves: its origin is the default. When bundled, the page's own origin is. */
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

/** Parses the origin in an attribute; null when it is invalid. */
export function toOrigin(host: string): string | null {
  return originOf(host.trim());
}

/**
 * The URL of the sandbox: `runner`, or else that of the host. Null when there is neither, as in a page that bundles the element and
 * uses a local room.
 */
export function sandboxOf(runner: string | undefined, host: string | null, hasServer: boolean): string | 'off' | null {
  if (runner) return runner;
  return host !== null && (hasServer || scriptOrigin !== undefined) ? `${host}/sandbox` : null;
}
