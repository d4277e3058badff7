/** The key in a room's link: taken out of the address before anything else can read it, then kept for this tab and this browser. */
import type { Role } from '../../party/shared/roles.js';
import { linkTo, rememberedRoom, rememberedSecret, rememberRoom, secretIn } from './remembered-rooms.js';
import { dropFromTab, keepForTab, ofTab } from './tab-storage.js';

export interface RoomKey {
  room: string;
  /** Undefined when the link came without it and this browser never had it. */
  secret: string | undefined;
  /** It came with the address: then it is this one or none. */
  given?: boolean;
}

const secretName = (room: string) => `code-room secret ${room}`;

/** Each tab keeps the role it came in with; a new one without a key comes in as this browser last could. */
export function takeKey(): RoomKey {
  const room = location.pathname.split('/')[2] ?? '';
  const secret = secretIn(location.hash);
  if (location.hash) history.replaceState(history.state, '', location.pathname);
  if (secret) return { room, secret, given: true };
  return { room, secret: ofTab(secretName(room)) ?? rememberedSecret(room) };
}

/** The room has taken it: a reload finds it again. A key it has not taken never replaces one that it has. */
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
