/** File requests: add, remove, restore, reorder and protect files, and choose the one that Run runs. */

import { RoomDocument } from '../document/document.js';
import { documentKeys } from '../document/document-store.js';
import { cleanName, isLanguageId } from '../shared/clean-names.js';
import { languageOfFile } from '../shared/file-languages.js';
import { FileRefused } from '../shared/file-list.js';
import type { NewRoomFile } from '../shared/given-files.js';
import { addedFileLimits } from '../shared/limits.js';
import { MAIN_DOCUMENT } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { ROLES, type Role } from '../shared/roles.js';
import type { ClientMessage } from '../shared/wire/client-message.js';
import { encodeRoomMessage, type FileRecord } from '../shared/wire/room-message.js';
import { catchUp } from './catch-up.js';
import { write } from './own-edits.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

type Of<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>;
type AboutFile = Of<'remove-file' | 'restore-file' | 'move-file' | 'choose-entry' | 'protect-file'>;

/** A new file is broadcast only when it is on disk: after a crash its number could be given to another file. */
export async function addFile(room: Room, connection: RoomConnection, message: Of<'add-file'>): Promise<void> {
  const { request, language, readonly, hidden } = message;
  if (!room.authorize(connection, 'arrange', message, request)) return;
  if ((readonly || hidden) && !room.authorize(connection, 'protect', message, request)) return;
  if (language !== '' && !isLanguageId(language))
    return room.refuse(connection, message, request, 'invalid', sentenceFor('language-id'));
  try {
    const document = await makeFile(room, connection.role, { name: message.name, language, readonly, hidden });
    if (room.roster.has(connection)) connection.send({ type: 'done', request, document });
  } catch (error) {
    if (error instanceof FileRefused) return room.refuse(connection, message, request, error.reason, error.message);
    room.reportError(error);
    room.refuse(connection, message, request, 'not-saved', sentenceFor('file-not-stored'));
  }
}

/** Resolves with the document's number once everybody has been told. Rejects with FileRefused, or when storage fails. */
async function makeFile(
  room: Room,
  role: Role,
  { name: given, language, readonly, hidden }: Omit<FileRecord, 'document'> & { name: string; language: string },
): Promise<number> {
  const { files, limits, writeQueue } = room;
  const name = cleanName(given, limits.fileNameLength);
  const id = files.claim(name, role);
  try {
    await makeDocument(room, id, name, language);
    await writeQueue.settled();
    rearrange(room, () => files.add({ document: id, readonly, hidden }));
  } catch (error) {
    forgetFiles(room, [id]);
    throw error;
  }
  return id;
}

/** Files that came to nothing leave the room at once, and its disk later: whoever is told so does not wait for a disk that fails. */
export function forgetFiles(room: Room, ids: readonly number[]): void {
  const { files, documents } = room;
  for (const id of ids) files.giveBack(id);
  const gone = ids.filter((id) => !files.get(id) && !files.isAside(id));
  for (const id of gone) documents.delete(id);
  eraseDocuments(room, gone).catch(room.reportError);
}

/** Their numbers are never used again. */
async function eraseDocuments({ storage, writeQueue }: Room, ids: readonly number[]): Promise<void> {
  // What has been put is not found before it is written.
  await writeQueue.settled();
  for (const id of ids) for (const key of (await storage.read(documentKeys(id))).keys()) writeQueue.put(key, undefined);
}

/** Creates the document of a file; that of the first file always exists. Rejects when storage fails. */
export async function makeDocument(room: Room, id: number, name: string, language: string): Promise<RoomDocument> {
  const { documents, limits, storage, clock, writeQueue } = room;
  const document = documents.get(id) ?? (await RoomDocument.load(id, addedFileLimits(limits), storage, clock));
  documents.set(id, document);
  document.describe(name, language, (key, value) => writeQueue.put(key, value));
  return document;
}

/** Adds the files that a room in this language is created with, already checked; nobody is connected yet. */
export async function putFiles(room: Room, ofRoom: string, given: readonly NewRoomFile[]): Promise<void> {
  const { files } = room;
  const said = [...given].sort((one, other) => Number(other.entry === true) - Number(one.entry === true));
  const beside = [...said.flatMap(({ language = [] }) => language), ofRoom];
  let entry = 0;
  for (const [index, file] of given.entries()) {
    const { name, language = languageOfFile(name, ...beside), text, readonly = false, visibility } = file;
    const id = index === 0 ? MAIN_DOCUMENT : files.claim(name, 'interviewer');
    const document = await makeDocument(room, id, name, language);
    if (text !== '') write(room, document, text);
    const hidden = visibility === 'interviewers';
    if (id !== MAIN_DOCUMENT) files.add({ document: id, readonly, hidden });
    if (file.entry || (entry === 0 && !hidden)) entry = id;
  }
  // The first file can be hidden only when another one is the entry.
  const [first] = given;
  files.choose(entry);
  files.protect({
    document: MAIN_DOCUMENT,
    readonly: first?.readonly === true,
    hidden: first?.visibility === 'interviewers',
  });
}

export function changeFile(room: Room, connection: RoomConnection, message: AboutFile): void {
  const { request, document } = message;
  const { role } = connection;
  const { files } = room;
  if (!room.authorize(connection, message.type === 'protect-file' ? 'protect' : 'arrange', message, request)) return;
  const known = message.type === 'restore-file' || files.mayRead(role, document);
  if (!known) return room.refuse(connection, message, request, 'unknown', sentenceFor('no-file'));
  if (message.type === 'remove-file' && !files.mayWrite(role, document))
    return room.refuse(connection, message, request, 'role', sentenceFor('file-read-only'));
  if (message.type === 'restore-file' && !mayTellAgain(room, connection, document))
    return room.refuse(connection, message, request, 'busy', sentenceFor('files-restored-often'));
  try {
    rearrange(room, () => carryOut(room, connection, message));
    connection.send({ type: 'done', request, document });
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    room.refuse(connection, message, request, error.reason, error.message);
  }
}

/** Restoring a file takes ten bytes and may send everybody half a megabyte, so it counts as writing that much. */
function mayTellAgain({ documents, clock }: Room, { rate }: RoomConnection, document: number): boolean {
  const weight = { bytes: documents.get(document)?.bytes ?? 0, places: 1 };
  if (rate.edit(weight, clock.now()) === 0) return true;
  rate.giveBack(weight);
  return false;
}

function carryOut({ files, clock }: Room, { role, person }: RoomConnection, message: AboutFile): void {
  const { document } = message;
  switch (message.type) {
    case 'remove-file':
      return files.remove(document, person, clock.now());
    case 'restore-file':
      return files.restore(document, role, person);
    case 'move-file':
      return files.move(document, message.index, role);
    case 'choose-entry':
      return files.choose(document);
    case 'protect-file':
      return files.protect({ document, readonly: message.readonly, hidden: message.hidden });
  }
}

/** Changes the list of files, and sends everybody their new list and the texts that are new to them. */
export function rearrange(room: Room, act: () => void): void {
  const { files, documents, roster } = room;
  const before = new Map(ROLES.map((role) => [role, new Set(files.of(role).map(({ document }) => document))]));
  act();
  // A text is half a megabyte, and the same for all who have written as much in it.
  const texts = new Map<string, readonly Uint8Array[]>();
  const framesOf = (document: RoomDocument, replica: number) => {
    const key = `${document.id} ${document.sequenceOf(replica)}`;
    const frames = texts.get(key) ?? catchUp(document, null, [], replica).map(encodeRoomMessage);
    texts.set(key, frames);
    return frames;
  };
  for (const connection of roster.connections) {
    const { role, replica } = connection;
    const list = files.of(role);
    connection.send({ type: 'files', entry: files.entry, files: list });
    for (const { document: id } of list) {
      const document = before.get(role)?.has(id) ? undefined : documents.get(id);
      if (!document) continue;
      for (const frame of framesOf(document, replica)) connection.peer.send(frame);
      connection.unacked.set(id, document.version);
    }
  }
}
