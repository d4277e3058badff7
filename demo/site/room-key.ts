/** The secret in a room's link: removed from the URL before any other script, then stored for this tab and this browser. */
import type { Role } from '../../party/shared/roles.js';
import { linkTo, rememberedRoom, rememberedSecret, rememberRoom, secretIn } from './remembered-rooms.js';
import { dropFromTab, keepForTab, ofTab } from './tab-storage.js';

export interface RoomKey {
  room: string;
  /** Undefined when the URL has none and this browser knows none. */
  secret: string | undefined;
  /** It was in the URL, so no other is tried. */
  given?: boolean;
}

const secretName = (room: string) => `code-room secret ${room}`;

/** Each tab keeps its role; a new tab without a secret uses this browser's strongest link. */
export function takeKey(): RoomKey {
  const room = location.pathname.split('/')[2] ?? '';
  const secret = secretIn(location.hash);
  if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  if (secret) return { room, secret, given: true };
  return { room, secret: ofTab(secretName(room)) ?? rememberedSecret(room) };
}

/** Every secret of a room that is gone, in the address, in this tab and in this browser; the address loses its own. */
export function takeSecrets(room: string): (string | undefined)[] {
  const links = Object.values(rememberedRoom(room)?.links ?? {});
  return [takeKey().secret, ofTab(secretName(room)), ...links.map(secretIn)];
}

/** Called when the room has accepted it, so that a reload finds it. A refused secret never replaces an accepted one. */
export function keepKey({ room, secret }: RoomKey, role: Role): void {
  if (!secret) return;
  const link = rememberedRoom(room)?.links[role];
  const same = link !== undefined && secretIn(link) === secret;
  rememberRoom(room, { openedAt: Date.now(), ...(same ? {} : { links: { [role]: linkTo(room, secret) } }) });
  keepForThisTab({ room, secret });
}

export function keepForThisTab({ room, secret = '' }: RoomKey): void {
  keepForTab(secretName(room), secret);
}

export function dropKey(room: string): void {
  dropFromTab(secretName(room));
}
