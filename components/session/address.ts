/** Says what is wrong with the address of a room server, and how it is written. */

const LOCAL = /^(localhost|127\.|\[::1\]|10\.|192\.168\.)/;
/** What stands between a scheme, however it is misspelt, with or without a name and password, and a path: a name with or without a port. */
const NAME = /^(?:[a-z]*(?::\/+|\/\/))?(?:[^/?#]*@)?([^/?#\s]*[\w\]])(?=$|[/?#])/i;
/** What stands before a name. */
const SECRET = /^[^/?#]*(?:\/\/[^/?#]*)?@/;

/** Null when it can be reached. A password in it is not said again: the sentence stands on the page, and in logs. */
export function addressFault(host: string): string | null {
  const url = webAddress(host);
  if (url && isBare(url)) return null;
  const [, name = ''] = NAME.exec(host.trim()) ?? [];
  const meant = url ?? webAddress(`${LOCAL.test(name) ? 'http' : 'https'}://${name}`);
  const line = `Whoever made this page has to write it like this: host="${meant ? meant.origin : 'https://rooms.example'}".`;
  if (SECRET.test(host))
    return `The address of a room server has no name and password in it, which everybody who opens this page could read. ${line}`;
  if (url) return `“${host}” is more than the address of a room server, which has nothing behind its name. ${line}`;
  return `“${host}” is no address of a room server. ${line}`;
}

/** Nothing but a scheme, a name and a port. */
function isBare({ username, password, pathname, search, hash }: URL): boolean {
  return username + password + search + hash === '' && pathname === '/';
}

function webAddress(address: string): URL | null {
  // Not URL.canParse(): browsers of 2023 have none.
  try {
    const url = new URL(address);
    // Chromium writes a space in a name as %20; no name has one.
    return /^https?:\/\//i.test(address) && url.host !== '' && !url.host.includes('%') ? url : null;
  } catch {
    return null; // Not an address at all.
  }
}
