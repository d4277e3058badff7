/** Documents of which somebody may read their own lines alone, as candidates of the activity log: they are sent whole, as this person may read them, and never as changes. */
import type { RoomDocument } from '../document/document.js';
import { activityLevel, activitySetting } from '../shared/activity.js';
import { readEntries } from '../shared/entries.js';
import { readsOwnLines } from '../shared/roles.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

/** What one person may read of the document. */
type Reading = (person: string) => string;

/** To those whose own lines have changed. */
export function tellOwnLines(room: Room, document: RoomDocument): void {
  const reading = readingOf(document);
  for (const connection of room.roster.connections) sendOwnLines(room, connection, document, reading);
}

export function sendOwnLines(
  room: Room,
  connection: RoomConnection,
  document: RoomDocument,
  reading = readingOf(document),
): void {
  const { id, name, language, version } = document;
  if (!readsOwnLines(connection.role, id) || !room.mayRead(connection, id)) return;
  const text = reading(connection.person);
  if (connection.ownLines === text) return;
  connection.ownLines = text;
  connection.send({ type: 'document', document: id, name, language, version, durable: version, sequence: 0, text });
}

/** The setting, which all may know, and the lines about this person. The text is read when somebody is told, and once for all who are. */
function readingOf({ text }: RoomDocument): Reading {
  let setting = '';
  let lines: Map<string, string> | undefined;
  return (person) => {
    if (!lines) {
      const whole = text.toString();
      setting = activitySetting(activityLevel(whole));
      lines = linesByPerson(whole);
    }
    return setting + (lines.get(person) ?? '');
  };
}

function linesByPerson(text: string): Map<string, string> {
  const lines = new Map<string, string>();
  for (const line of text.split('\n'))
    for (const { by } of readEntries(line)) lines.set(by, `${lines.get(by) ?? ''}${line}\n`);
  return lines;
}
