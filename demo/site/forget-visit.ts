/** Removes everything about a room from this browser: links, and the person's data. */
import { forgetUnsaved } from '../../components/session/outbox/outbox.js';
import { forgetPersonKey } from './remembered-person-key.js';
import { forgetRoom } from './remembered-rooms.js';
import { dropKey } from './room-key.js';
import { dropRoomFromTab } from './tab-storage.js';

/** Visible data is removed at once; `secrets` are those of the links whose people are removed. */
export async function forgetVisit(room: string, secrets: readonly (string | undefined)[]): Promise<void> {
  dropKey(room);
  forgetRoom(room);
  dropRoomFromTab(room);
  for (const secret of new Set(secrets)) await forgetPersonKey({ room, secret });
  await forgetUnsaved(location.origin, room);
}
