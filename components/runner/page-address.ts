// The addresses that a page gives in attributes: of the sandbox, and of folders of packs and packages.

/**
 * Resolved as the page resolves its links. Null when nothing can come from there: it is no address, is of another scheme than the
 * web's or the page's own, or has a name and password in it.
 */
export function pageAddress(address: string, page: string = document.baseURI): URL | null {
  try {
    const [url, own] = [new URL(address, page), new URL(page)];
    const isKnown = /^https?:$/.test(url.protocol) || url.protocol === own.protocol;
    const isOpen = url.username === own.username && url.password === own.password;
    // Chromium encodes a space in a host name as %20; no host name has one.
    return isKnown && isOpen && !url.host.includes('%') ? url : null;
  } catch {
    return null; // It is no address.
  }
}

/** For whoever made the page. The address is not repeated: it may have a password in it, and the sentence is shown. */
export function noAddress(attribute: 'packs' | 'packages' | 'runner', example: string): string {
  return `Nothing can come from the address in \`${attribute}\`. Whoever made this page has to write it like this: ${attribute}="${example}".`;
}

/** The same, of a folder. */
export function folderAddress(address: string, page?: string): URL | null {
  return pageAddress(address.trim().replace(/\/*$/, '/'), page);
}
