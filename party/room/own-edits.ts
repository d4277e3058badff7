/** Edits that the room itself makes: a text becomes that of a document, broadcast and stored as anybody's edit is. */
import { Text } from '@codemirror/state';
import type { RoomDocument } from '../document/document.js';
import { plainText } from '../shared/plain-text.js';
import { ROOM_AUTHOR } from '../shared/protocol.js';
import { splitChange } from '../shared/split-change.js';
import { replacement } from '../shared/wire/change.js';
import { applied } from './edits.js';
import type { Room } from './room.js';

/** Makes this the text of a document, as an edit of the room. */
export function write(room: Room, document: RoomDocument, words: string): void {
  become(room, document, Text.of(plainText(words).split('\n')), ROOM_AUTHOR);
}

/** `author` must be the room, or somebody who does not edit this document: its sequences are counted here. */
export function become(room: Room, document: RoomDocument, text: Text, author: number): void {
  const change = replacement(document.text, text);
  if (!change) return;
  // Split like a long paste, because sent and stored values are limited in size.
  for (const part of splitChange(change, room.limits.changePlaces))
    applied(room, document, document.write(author, part, room.clock.now()));
}
