/** File actions of a person. Each resolves when the room has done it, and rejects with a sentence when nothing has changed. */

import { languageOfFile, languageRenamed } from '../../../party/shared/file-languages.js';
import { fileNameFault } from '../../../party/shared/file-names.js';
import { PAGE_LIMITS } from '../../../party/shared/page-limits.js';
import { plainText, utf8Length } from '../../../party/shared/plain-text.js';
import { laterRefusal } from '../refusal/later-refusal.js';
import { rejectWith } from '../refusal/room-refusal.js';
import type { SessionDocument } from './document.js';
import type { RefusedEvent } from './events.js';
import type { Files, RoomFile } from './files.js';
import { ask } from './room-requests.js';

export interface NewFile {
  name: string;
  /** Default: by the name's extension, and the languages of the other files. */
  language?: string;
  text?: string;
  readonly?: boolean;
  hidden?: boolean;
}

/** Resolves with the file, which has its text already. */
export async function addFile(
  files: Files,
  {
    name,
    language = languageOfFile(name, ...languagesOf(files)),
    text = '',
    readonly = false,
    hidden = false,
  }: NewFile,
): Promise<RoomFile> {
  const fault = fileNameFault(name);
  if (fault) throw new Error(fault);
  const insert = plainText(text);
  if (utf8Length(insert) > PAGE_LIMITS.fileBytes)
    throw laterRefusal('file-added-too-large', { kib: PAGE_LIMITS.fileBytes / 1024 });
  const id = await ask(files, { type: 'add-file', name, language, readonly, hidden });
  const file = files.list.find(({ document }) => document.id === id);
  if (!file) throw laterRefusal('file-added-gone');
  if (insert) file.document.edit({ from: 0, insert });
  return file;
}

/** That of the entry first. */
export function languagesOf({ entry, list }: Files): string[] {
  return [entry.language, ...list.map(({ language }) => language)];
}

/**
 * The language follows the name's extension, unless that is unknown; `files` are those beside it.
 * `language`: what a page makes of it that knows more of them.
 */
export async function renameFile(
  document: SessionDocument,
  name: string,
  files?: Files,
  language: string = languageRenamed(name, document, { beside: files && languagesOf(files) }),
): Promise<void> {
  const fault = fileNameFault(name);
  if (fault) throw new Error(fault);
  if (name === document.name) return;
  if (!document.editable) throw laterRefusal('file-not-renamed');
  if (document.held) throw laterRefusal('files-held');
  const answered = answerTo(document);
  document.describe(language === document.language ? { name } : { name, language });
  await answered;
}

export async function removeFile(files: Files, document: SessionDocument): Promise<void> {
  await ask(files, { type: 'remove-file', document: document.id });
}

/** Undoes the removal of this document. */
export async function restoreFile(files: Files, document: number): Promise<void> {
  await ask(files, { type: 'restore-file', document });
}

/** `index` is the position among the files that this person sees. */
export async function moveFile(files: Files, document: SessionDocument, index: number): Promise<void> {
  await ask(files, { type: 'move-file', document: document.id, index: Math.max(0, Math.trunc(index) || 0) });
}

/** Makes this file the entry, for everybody. */
export async function chooseEntry(files: Files, document: SessionDocument): Promise<void> {
  await ask(files, { type: 'choose-entry', document: document.id });
}

export async function protectFile(
  files: Files,
  document: SessionDocument,
  { readonly, hidden }: { readonly: boolean; hidden: boolean },
): Promise<void> {
  await ask(files, { type: 'protect-file', document: document.id, readonly, hidden });
}

/** Waits until the room has confirmed the new name, or refused it. */
function answerTo(document: SessionDocument): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = new AbortController();
    const { signal } = end;
    const answered = () => {
      if (document.wanted) return;
      // The event comes before the requested name is cleared.
      queueMicrotask(() => {
        end.abort();
        if (document.synced) resolve();
        else reject(laterRefusal('file-gone'));
      });
    };
    const refused = (event: Event) => {
      end.abort();
      rejectWith(reject, (event as RefusedEvent).sentence);
    };
    document.addEventListener('saved', answered, { signal });
    document.addEventListener('refused', refused, { signal });
  });
}
