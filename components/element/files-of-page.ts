// The files of a room as a page reads and changes them, by name.
import type { SessionDocument } from '../session/sync/document.js';
import type * as FileChanges from '../session/sync/file-changes.js';
import type { Files } from '../session/sync/files.js';
import { notLoaded, sentenceOf } from '../wording/status-text.js';

/** A file as a page reads it. */
export interface RoomFileFacts {
  name: string;
  language: string;
  text: string;
  /** Run runs it. */
  entry: boolean;
  /** Interviewers alone change it. */
  readonly: boolean;
  /** Who may know of it. */
  visibility: 'all' | 'interviewers';
}

/** A file as a page gives it; without a language its name's ending says which. */
export interface GivenFile {
  name: string;
  language?: string;
  text?: string;
  readonly?: boolean;
  visibility?: 'all' | 'interviewers';
}

/** What changes files resolves when the room has done it, and rejects with an Error whose message is for people. */
export class FilesOfPage {
  constructor(
    /** Those of the room there is; none while the element is on no page. */
    private readonly files: () => Files | undefined,
    private readonly refuse: (sentence: string) => void,
  ) {}

  get facts(): RoomFileFacts[] {
    const list = this.files()?.list ?? [];
    return list.map(({ document, name, language, entry, readonly, hidden }) => ({
      ...{ name, language, text: document.text.toString(), entry, readonly },
      visibility: hidden ? 'interviewers' : 'all',
    }));
  }

  get shown(): string {
    const files = this.files();
    return files?.list.find(({ document }) => document === files.shown)?.name ?? '';
  }

  get entry(): string {
    return this.files()?.list.find((file) => file.entry)?.name ?? '';
  }

  show(name: string): void {
    const files = this.files();
    const found = files?.find(String(name ?? ''));
    if (found) files?.show(found.document);
    else this.refuse(`No other file is shown: there is none called "${name}" in this room.`);
  }

  /** Never rejects: a property is set without waiting. */
  async choose(name: string): Promise<void> {
    try {
      await this.#change(({ chooseEntry }, files) => chooseEntry(files, documentOf(files, name)));
    } catch (error) {
      this.refuse(sentenceOf(error));
    }
  }

  add({ name, language, text, readonly, visibility }: GivenFile): Promise<void> {
    const more = { readonly: readonly === true, hidden: visibility === 'interviewers' };
    const file = { name: String(name ?? ''), ...(language && { language }), ...(text && { text }), ...more };
    return this.#change(async ({ addFile }, files) => void (await addFile(files, file)));
  }

  rename(name: string, to: string): Promise<void> {
    return this.#change(({ renameFile }, files) => renameFile(documentOf(files, name), String(to ?? '')));
  }

  remove(name: string): Promise<void> {
    return this.#change(({ removeFile }, files) => removeFile(files, documentOf(files, name)));
  }

  move(name: string, index: number): Promise<void> {
    return this.#change(({ moveFile }, files) => moveFile(files, documentOf(files, name), index));
  }

  async #change(change: (changes: typeof FileChanges, files: Files) => Promise<void>): Promise<void> {
    const changes = await import('../session/sync/file-changes.js').catch(notLoaded);
    const files = this.files();
    if (!files) throw new Error('Files are changed in a room: put the element on a page first.');
    await change(changes, files);
  }
}

/** Throws an Error for people. */
function documentOf(files: Files, name: string): SessionDocument {
  const found = files.find(String(name ?? ''));
  if (!found) throw new Error(`There is no file called "${name}" in this room.`);
  return found.document;
}
