// The key that runs, as people read it.

/** `Ctrl Enter`, its Mac form, or what the page has chosen; empty for none. */
export function runKeys(chosen?: { words: string }): string {
  return chosen?.words ?? (/Mac|iP(hone|ad|od)/.test(globalThis.navigator?.platform ?? '') ? '⌘ Enter' : 'Ctrl Enter');
}
