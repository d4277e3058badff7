/** Reads the address of a room server. */

/** Null for what is no address, or more than one: it has a scheme, a name and a port. */
export function originOf(host: string): string | null {
  const url = webAddress(host);
  return url && isBare(url) ? url.origin : null;
}

/** Nothing but a scheme, a name and a port. */
function isBare({ username, password, pathname, search, hash }: URL): boolean {
  return username + password + search + hash === '' && pathname === '/';
}

export function webAddress(address: string): URL | null {
  // Not URL.canParse(): browsers of 2023 have none.
  try {
    const url = new URL(address);
    // Chromium writes a space in a name as %20; no name has one.
    return /^https?:\/\//i.test(address) && url.host !== '' && !url.host.includes('%') ? url : null;
  } catch {
    return null; // Not an address at all.
  }
}
