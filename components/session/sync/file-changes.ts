/** What a person can do about the files of a room. Each resolves when the room has done it, and rejects with a sentence when nothing has changed. */
import { fileNameFault } from '../../../party/shared/file-names.js';
import { languageOfFile } from '../../../party/shared/languages.js';
import { LIMITS } from '../../../party/shared/limits.js';
import { plainText, utf8Length } from '../../../party/shared/plain-text.js';
import type { SessionDocument } from './document.js';
import type { RefusedEvent } from './events.js';
import type { Files, RoomFile } from './files.js';

export interface NewFile {
  name: string;
  /** Default: what the name's ending says. */
  language?: string;
  text?: string;
  readonly?: boolean;
  hidden?: boolean;
}

/** Resolves with the file, in which the text stands. */
export async function addFile(
  files: Files,
  { name, language = languageOfFile(name), text = '', readonly = false, hidden = false }: NewFile,
): Promise<RoomFile> {
  const fault = fileNameFault(name);
  if (fault) throw new Error(fault);
  const insert = plainText(text);
  if (utf8Length(insert) > LIMITS.fileBytes)
    throw new Error(`The file was not added: one may have ${LIMITS.fileBytes / 1024} KiB at most.`);
  const id = await files.ask({ type: 'add-file', name, language, readonly, hidden });
  const file = files.list.find(({ document }) => document.id === id);
  if (!file) throw new Error('The file has been removed again.');
  if (insert) file.document.edit({ from: 0, insert });
  return file;
}

/** The language follows the name's ending, unless the ending says nothing. */
export async function renameFile(document: SessionDocument, name: string): Promise<void> {
  const fault = fileNameFault(name);
  if (fault) throw new Error(fault);
  if (name === document.name) return;
  if (!document.editable) throw new Error('The file was not renamed: you may not edit it.');
  const language = languageOfFile(name);
  const answered = answerTo(document);
  document.describe(language === 'plaintext' ? { name } : { name, language });
  await answered;
}

export async function removeFile(files: Files, document: SessionDocument): Promise<void> {
  await files.ask({ type: 'remove-file', document: document.id });
}

/** Takes the removal of a document of this number back. */
export async function restoreFile(files: Files, document: number): Promise<void> {
  await files.ask({ type: 'restore-file', document });
}

/** `index`: its place among the files this person sees. */
export async function moveFile(files: Files, document: SessionDocument, index: number): Promise<void> {
  await files.ask({ type: 'move-file', document: document.id, index: Math.max(0, Math.trunc(index) || 0) });
}

/** Run runs this file from now on, whoever presses it. */
export async function chooseEntry(files: Files, document: SessionDocument): Promise<void> {
  await files.ask({ type: 'choose-entry', document: document.id });
}

export async function protectFile(
  files: Files,
  document: SessionDocument,
  { readonly, hidden }: { readonly: boolean; hidden: boolean },
): Promise<void> {
  await files.ask({ type: 'protect-file', document: document.id, readonly, hidden });
}

/** The room says what the file is called now, or why not. */
function answerTo(document: SessionDocument): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = new AbortController();
    const once = (type: string, settle: (event: Event) => void) =>
      document.addEventListener(
        type,
        (event) => {
          end.abort();
          settle(event);
        },
        { signal: end.signal },
      );
    once('file', () => resolve());
    once('refused', (event) => reject(new Error((event as RefusedEvent).sentence)));
  });
}
