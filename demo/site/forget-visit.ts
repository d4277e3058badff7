/** Takes everything about a room out of this browser: how to come in, and who one was in it. */
import { forgetUnsaved } from '../../components/session/outbox/outbox.js';
import { forgetPerson } from './remembered-person.js';
import { forgetRoom } from './remembered-rooms.js';
import { dropKey } from './room-key.js';

/** What can be seen goes at once; `secrets` are those of the links whose people are forgotten. */
export async function forgetVisit(room: string, secrets: readonly (string | undefined)[]): Promise<void> {
  dropKey(room);
  forgetRoom(room);
  for (const secret of new Set(secrets)) await forgetPerson({ room, secret });
  await forgetUnsaved(location.origin, room);
}
