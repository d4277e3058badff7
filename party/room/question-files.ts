/** Question files: makes those that a question, or a later part of it, brings along. */
import { languageOfFile } from '../shared/file-languages.js';
import type { QuestionFile } from '../shared/question.js';
import type { FileRecord } from '../shared/wire/room-message.js';
import { forgetFiles, makeDocument } from './file-requests.js';
import { write } from './own-edits.js';
import type { Room } from './room.js';

/** Creates the files, of a question in this language; their texts are on disk, and nobody has been told of them yet. `joins`: they come beside those that are there, so that meanwhile nobody may use their names. Throws FileRefused. */
export async function makeFiles(
  room: Room,
  language: string,
  shown: readonly QuestionFile[],
  hidden: readonly QuestionFile[],
  joins = false,
): Promise<FileRecord[]> {
  const given = [...shown, ...hidden];
  const ids = room.files.reserve(given.length);
  if (joins) for (const [index, { name }] of given.entries()) room.files.hold(ids[index] ?? 0, name);
  try {
    for (const [index, { name, text }] of given.entries()) {
      const id = ids[index] ?? 0;
      const document = await makeDocument(room, id, name, languageOfFile(name, language));
      if (text !== '') write(room, document, text);
    }
    await room.writeQueue.settled();
  } catch (error) {
    forgetFiles(room, ids);
    throw error;
  }
  return ids.map((document, index) => ({ document, readonly: false, hidden: index >= shown.length }));
}
