/** Says what is wrong with the address of a room server, and how it is written. */

const LOCAL = /^(localhost|127\.|\[::1\]|10\.|192\.168\.)/;
/** A name with or without a port, and no more. */
const BARE = /^[^/]*[\w\]]$/;

/** Null when it can be reached. */
export function addressFault(host: string): string | null {
  if (isWeb(host)) return null;
  const scheme = LOCAL.test(host) ? 'http' : 'https';
  const meant = BARE.test(host) && isWeb(`${scheme}://${host}`) ? `${scheme}://${host}` : 'https://rooms.example';
  return `“${host}” is no address of a room server. Whoever made this page has to write it with its scheme: host="${meant}".`;
}

function isWeb(address: string): boolean {
  // Not URL.canParse(): browsers of 2023 have none.
  try {
    return /^https?:\/\//i.test(address) && new URL(address).host !== '';
  } catch {
    return false;
  }
}
