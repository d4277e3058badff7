// File methods of the element, by file name. Each rejects with an Error whose message is for people.
import type { SessionDocument } from '../session/sync/document.js';
import { addFile, chooseEntry, moveFile, removeFile, renameFile } from '../session/sync/file-changes.js';
import type { Files } from '../session/sync/files.js';
import { laterText } from '../wording/later-text.js';
import { sentenceOf } from '../wording/status-text.js';

/** A file from a page; its language is by default that of its extension. */
export interface GivenFile {
  name: string;
  language?: string;
  text?: string;
  readonly?: boolean;
  visibility?: 'all' | 'interviewers';
}

export async function add(files: Files, { name, language, text, readonly, visibility }: GivenFile): Promise<void> {
  const more = { readonly: readonly === true, hidden: visibility === 'interviewers' };
  await addFile(files, { name: String(name ?? ''), ...(language && { language }), ...(text && { text }), ...more });
}

export async function rename(files: Files, name: string, to: string): Promise<void> {
  await renameFile(documentOf(files, name), String(to ?? ''));
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

/** Always throws, with a translated sentence. */
export function refused(cause: unknown): never {
  throw new Error(sentenceOf(cause), { cause });
}

/** Throws an Error for people. */
function documentOf(files: Files, name: string): SessionDocument {
  const found = files.find(String(name ?? ''));
  if (!found) throw new Error(laterText('no-file-called', { name }));
  return found.document;
}
