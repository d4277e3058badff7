/** Storage of this tab that survives a reload. Without storage nothing is kept and nothing throws. */

export function ofTab(name: string): string | undefined {
  try {
    return sessionStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepForTab(name: string, value: string): void {
  try {
    sessionStorage.setItem(name, value);
  } catch {
    // A reload needs the link again.
  }
}

export function dropFromTab(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Nothing was stored.
  }
}
