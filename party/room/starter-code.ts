/** Starter code: put in once, by the room, from whoever made it or came first. */
import { Text } from '@codemirror/state';
import type { RoomDocument } from '../document/document.js';
import { isLanguageId } from '../shared/clean-names.js';
import { documentKind } from '../shared/document-kinds.js';
import { plainText, utf8Length } from '../shared/plain-text.js';
import { ROOM_AUTHOR } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { splitChange } from '../shared/split-change.js';
import { replacement } from '../shared/wire/change.js';
import type { ClientMessage } from '../shared/wire/client-message.js';
import { applied } from './edits.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

/** A room that has been written in keeps what it has; a file that has a language keeps it. */
export function seed(room: Room, document: RoomDocument, language: string, code: string): void {
  const { record } = room;
  if (document.language === '' && isLanguageId(language)) room.setFile(document, document.name, language);
  if (!record.seeded && document.version === 0) write(room, document, code);
}

/** Lets a document read so, in the room's own name. */
export function write(room: Room, document: RoomDocument, words: string): void {
  become(room, document, Text.of(plainText(words).split('\n')), ROOM_AUTHOR);
}

/** An author whose own edits the document takes counts them: only the room, or somebody who does not edit it, may be one here. */
export function become(room: Room, document: RoomDocument, text: Text, author: number): void {
  const change = replacement(document.text, text);
  if (!change) return;
  // In parts, as if somebody had pasted it: what is sent and stored at once is bounded.
  for (const part of splitChange(change, room.limits.changePlaces))
    applied(room, document, document.write(author, part, room.clock.now()));
}

/** Starter code of a page, in as many messages as it takes. */
export function receiveSeed(
  room: Room,
  connection: RoomConnection,
  message: Extract<ClientMessage, { type: 'seed' }>,
): void {
  const document = room.visibleDocument(connection, message.document);
  if (!document || documentKind(document.id) !== 'file') return;
  const text = connection.seed === null ? null : connection.seed + message.text;
  const tooLarge = text !== null && utf8Length(text) > room.limits.fileBytes;
  if (tooLarge) room.refuse(connection, message, 0, 'too-large', sentenceFor('starter-too-large'));
  else if (text !== null && !message.more) seed(room, document, message.language, text);
  // What follows a refused part is not a beginning.
  connection.seed = message.more ? (tooLarge ? null : text) : '';
  connection.keep();
}
