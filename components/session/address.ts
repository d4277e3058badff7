/** Parses the address of a room server. */

/** Null when it is not a URL, or has more than scheme, host and port. */
export function originOf(host: string): string | null {
  const url = webAddress(host);
  return url && isBare(url) ? url.origin : null;
}

/** Only scheme, host and port. */
function isBare({ username, password, pathname, search, hash }: URL): boolean {
  return username + password + search + hash === '' && pathname === '/';
}

export function webAddress(address: string): URL | null {
  // Not URL.canParse(): browsers of 2023 do not have it.
  try {
    const url = new URL(address);
    // Chromium encodes a space in a host name as %20; no host name has one.
    return /^https?:\/\//i.test(address) && url.host !== '' && !url.host.includes('%') ? url : null;
  } catch {
    return null; // It is not a URL.
  }
}
