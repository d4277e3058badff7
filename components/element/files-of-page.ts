// The files API of the element: reads and changes files by name.
import type { Files } from '../session/sync/files.js';
import { notLoaded } from '../wording/errors.js';
import { refusalText } from '../wording/refusal-text.js';
import { CodeRoomError } from '../wording/room-error.js';
import type * as FileCalls from './file-calls.js';

/** A file as a page sees it. */
export interface RoomFileFacts {
  name: string;
  language: string;
  text: string;
  /** Run runs this file. */
  entry: boolean;
  /** Only interviewers can change it. */
  readonly: boolean;
  /** Who can see it. */
  visibility: 'all' | 'interviewers';
}

/** Methods that change files resolve when the room has done it, and reject with an Error whose message is for people. */
export class FilesOfPage {
  constructor(
    /** The files of the current room; undefined while the element is not on a page. */
    private readonly files: () => Files | undefined,
    /** With the error, or a sentence. */
    private readonly refuse: (why: unknown) => void,
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
    else this.refuse(refusalText('no-file-shown', { name }));
  }

  /** Never rejects: a property is set without waiting. */
  async choose(name: string): Promise<void> {
    try {
      await this.change(({ choose }, files) => choose(files, name));
    } catch (error) {
      this.refuse(error);
    }
  }

  /** Loads the implementation, which few pages need. */
  async change(call: (calls: typeof FileCalls, files: Files) => Promise<void>): Promise<void> {
    const calls = await import('./file-calls.js').catch(notLoaded);
    const files = this.files();
    if (!files) throw new CodeRoomError('files-not-on-page', refusalText('files-not-on-page'));
    await call(calls, files).catch(calls.refused);
  }
}
