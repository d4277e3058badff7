// File actions of a person on this page, which may have registered languages that rooms do not know.
import { registeredLanguage, renamed } from '../run/file-language.js';
import type { SessionDocument } from '../session/sync/document.js';
import * as changes from '../session/sync/file-changes.js';
import type { Files, RoomFile } from '../session/sync/files.js';

export { chooseEntry, moveFile, removeFile, restoreFile } from '../session/sync/file-changes.js';

export function addFile(files: Files, file: changes.NewFile): Promise<RoomFile> {
  return changes.addFile(files, { ...registeredLanguage(file.name), ...file });
}

export function renameFile(document: SessionDocument, name: string, files: Files): Promise<void> {
  const { language = document.language } = renamed(name, document, changes.languagesOf(files));
  return changes.renameFile(document, name, files, language);
}
