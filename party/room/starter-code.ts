/** Starter code: inserted once, by the room, from whoever created the room or joined first. */
import type { RoomDocument } from '../document/document.js';
import { isLanguageId } from '../shared/clean-names.js';
import { documentKind } from '../shared/document-kinds.js';
import { utf8Length } from '../shared/plain-text.js';
import { sentenceFor } from '../shared/refusals.js';
import type { ClientMessage } from '../shared/wire/client-message.js';
import { write } from './own-edits.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

/** Ignored in a room that has been written in; a file that has a language keeps it. */
export function seed(room: Room, document: RoomDocument, language: string, code: string): void {
  if (takesLanguage(document, language)) room.setFile(document, document.name, language);
  if (takesCode(room, document)) write(room, document, code);
}

function takesLanguage(document: RoomDocument, language: string): boolean {
  return document.language === '' && isLanguageId(language);
}

function takesCode({ record }: Room, { version }: RoomDocument): boolean {
  return !record.seeded && version === 0;
}

/** Starter code from a page, in one or more messages. */
export function receiveSeed(
  room: Room,
  connection: RoomConnection,
  message: Extract<ClientMessage, { type: 'seed' }>,
): void {
  const document = room.visibleDocument(connection, message.document);
  if (!document || documentKind(document.id) !== 'file') return;
  const text = connection.seed === null ? null : connection.seed + message.text;
  // No text has fewer bytes than characters; all are counted once, at the end, and not again for each part.
  const tooLarge = text !== null && (message.more ? text.length : utf8Length(text)) > room.limits.fileBytes;
  if (tooLarge) room.refuse(connection, message, 0, 'too-large', sentenceFor('starter-too-large'));
  else if (text !== null && !message.more) {
    if (room.files.mayWrite(connection.role, document.id)) seed(room, document, message.language, text);
    else if (takesLanguage(document, message.language) || takesCode(room, document))
      room.refuse(connection, message, 0, 'role', sentenceFor('file-read-only'));
  }
  // Parts after a refused one must not be taken for the beginning.
  connection.seed = message.more ? (tooLarge ? null : text) : '';
  connection.keep();
}
