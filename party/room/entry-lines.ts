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

/** The oldest lines give way, half of all at a time: an edit that takes out the first line and adds a last one is as long as the text between them. The log keeps them. `stays`: which lines do not. */
export function appendEntry(text: string, entry: object, stays: (line: string) => boolean = () => false): string {
  const lines = [...text.split('\n').filter(Boolean), JSON.stringify(entry)];
  const sizeOf = (line: string) => utf8Length(line) + 1;
  let bytes = lines.reduce((sum, line) => sum + sizeOf(line), 0);
  const most = bytes > ENTRY_LIMITS.bytes ? ENTRY_LIMITS.bytes / 2 : bytes;
  const kept = lines.filter((line, index) => {
    if (bytes <= most || index === lines.length - 1 || stays(line)) return true;
    bytes -= sizeOf(line);
    return false;
  });
  return `${kept.join('\n')}\n`;
}
