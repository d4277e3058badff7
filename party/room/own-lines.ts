/** Documents of which somebody may read their own lines alone, as candidates of the activity log: they are sent whole, as this person may read them, and never as changes. */
import type { RoomDocument } from '../document/document.js';
import { activityLevel, activitySetting } from '../shared/activity.js';
import { readEntries } from '../shared/entries.js';
import { readsOwnLines } from '../shared/roles.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

/** To those whose own lines have changed. */
export function tellOwnLines(room: Room, document: RoomDocument): void {
  for (const connection of room.roster.connections) sendOwnLines(room, connection, document);
}

export function sendOwnLines(room: Room, connection: RoomConnection, document: RoomDocument): void {
  const { id, name, language, version } = document;
  if (!readsOwnLines(connection.role, id) || !room.mayRead(connection, id)) return;
  const text = ownLines(connection, document);
  if (connection.ownLines === text) return;
  connection.ownLines = text;
  connection.send({ type: 'document', document: id, name, language, version, durable: version, sequence: 0, text });
}

/** The setting, which all may know, and the lines about this person. */
function ownLines({ person }: RoomConnection, document: RoomDocument): string {
  const text = document.text.toString();
  const own = text.split('\n').filter((line) => readEntries(line).some(({ by }) => by === person));
  return activitySetting(activityLevel(text)) + own.map((line) => `${line}\n`).join('');
}
