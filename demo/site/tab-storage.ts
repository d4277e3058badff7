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

/** What the element keeps of the room for a reload: it has the room's id in its name, alone, after the server's or before a person's. */
export function dropRoomFromTab(room: string): void {
  try {
    const names = Array.from({ length: sessionStorage.length }, (_, at) => sessionStorage.key(at) ?? '');
    for (const name of names)
      if (name.startsWith('code-room:') && name.split(/[:/#]/).includes(room)) sessionStorage.removeItem(name);
  } catch {
    // Nothing was stored.
  }
}

export function dropFromTab(name: string): void {
  try {
    sessionStorage.removeItem(name);
  } catch {
    // Nothing was stored.
  }
}
