/** Documents of entries as the room writes them: a line of JSON for each. */
import type { RoomDocument } from '../document/document.js';
import { ENTRY_LIMITS, type Stamp } from '../shared/entries.js';
import { utf8Length } from '../shared/plain-text.js';
import type { Room } from './room.js';

/** Who adds an entry to this document, and when. */
export function stampOf(room: Room, document: RoomDocument, person: string): Stamp {
  const name = person === '' ? '' : room.roster.record(person).name;
  return { id: document.version + 1, by: person, name, at: room.clock.now() };
}

/** The oldest lines give way, half of all at a time: an edit that takes out the first line and adds a last one is as long as the text between them. The log keeps them. */
export function appendEntry(text: string, entry: object): string {
  const lines = [...text.split('\n').filter(Boolean), JSON.stringify(entry)];
  let bytes = lines.reduce((sum, line) => sum + utf8Length(line) + 1, 0);
  const most = bytes > ENTRY_LIMITS.bytes ? ENTRY_LIMITS.bytes / 2 : bytes;
  while (bytes > most && lines.length > 1) bytes -= utf8Length(lines.shift() ?? '') + 1;
  return `${lines.join('\n')}\n`;
}
