// File methods of the element, by file name. Each rejects with a `CodeRoomError`.
import type { SessionDocument } from '../session/sync/document.js';
import type { Files } from '../session/sync/files.js';
import { laterText } from '../wording/later-text.js';
import { CodeRoomError } from '../wording/room-error.js';
import { addFile, chooseEntry, moveFile, removeFile, renameFile } from './file-changes.js';

export { begin, refused } from './call-refused.js';

/** A file from a page; its language is by default that of its extension. */
export interface GivenFile {
  name: string;
  language?: string;
  text?: string;
  readonly?: boolean;
  visibility?: 'all' | 'interviewers';
}

/** Throws while the element is not on a page. */
export function present(files: Files | undefined): Files {
  if (!files) throw new CodeRoomError('files-not-on-page', laterText('files-not-on-page'));
  return files;
}

export async function add(files: Files, { name, language, text, readonly, visibility }: GivenFile): Promise<void> {
  const more = { readonly: readonly === true, hidden: visibility === 'interviewers' };
  await addFile(files, { name: String(name ?? ''), ...(language && { language }), ...(text && { text }), ...more });
}

export async function rename(files: Files, name: string, to: string): Promise<void> {
  await renameFile(documentOf(files, name), String(to ?? ''), files);
}

export async function remove(files: Files, name: string): Promise<void> {
  await removeFile(files, documentOf(files, name));
}

export async function move(files: Files, name: string, index: number): Promise<void> {
  await moveFile(files, documentOf(files, name), index);
}

export async function choose(files: Files, name: string): Promise<void> {
  await chooseEntry(files, documentOf(files, name));
}

/** Throws an Error for people. */
function documentOf(files: Files, name: string): SessionDocument {
  const found = files.find(String(name ?? ''));
  if (!found) throw new CodeRoomError('no-file-called', laterText('no-file-called', { name }));
  return found.document;
}
