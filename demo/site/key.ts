/** The key in a room's link: taken out of the address before anything else can read it, and kept for this tab only. */

export interface RoomKey {
  room: string;
  /** Undefined when the link came without it and this tab never had it. */
  secret: string | undefined;
}

const secretName = (room: string) => `code-room secret ${room}`;

export function takeKey(): RoomKey {
  const room = location.pathname.split('/')[2] ?? '';
  const given = secretIn(location.hash);
  if (location.hash) history.replaceState(history.state, '', location.pathname);
  return { room, secret: given ?? sessionStorage.getItem(secretName(room)) ?? undefined };
}

/** The secret in the fragment of a link. */
export function secretIn(fragment: string): string | undefined {
  return /^#k=([\w-]+)$/.exec(fragment)?.[1];
}

/** The room has taken it: a reload finds it again. A key it has not taken never replaces one that it has. */
export function keepKey({ room, secret }: RoomKey): void {
  if (secret) sessionStorage.setItem(secretName(room), secret);
}
