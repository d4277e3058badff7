/** Says what is wrong with the address of a room server, and how it is written. */

const LOCAL = /^(localhost|127\.|\[::1\]|10\.|192\.168\.)/;
/** What stands between a scheme, however it is misspelt, and a path: a name with or without a port. */
const NAME = /^(?:[a-z]*(?::\/+|\/\/))?([^/?#\s]*[\w\]])(?=$|[/?#])/i;

/** Null when it can be reached. */
export function addressFault(host: string): string | null {
  if (isWeb(host)) return null;
  const [, name = ''] = NAME.exec(host.trim()) ?? [];
  const address = `${LOCAL.test(name) ? 'http' : 'https'}://${name}`;
  const meant = isWeb(address) ? address : 'https://rooms.example';
  return `“${host}” is no address of a room server. Whoever made this page has to write it like this: host="${meant}".`;
}

function isWeb(address: string): boolean {
  // Not URL.canParse(): browsers of 2023 have none.
  try {
    const { host } = new URL(address);
    // Chromium writes a space in a name as %20; no name has one.
    return /^https?:\/\//i.test(address) && host !== '' && !host.includes('%');
  } catch {
    return false;
  }
}
