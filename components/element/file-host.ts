// The files on `<code-room>`: the text of the shown one, and their list by name. What a page sets before it is known what is in the room waits for that room.

import { plainText } from '../../party/shared/plain-text.js';
import type { Files } from '../session/sync/files.js';
import { refusalText } from '../wording/refusal-text.js';
import { refusalIn } from '../wording/status-text.js';
import { speech } from '../wording/words.js';
import type * as FileCalls from './file-calls.js';
import { refuse } from './refusal-event.js';
import { replaceText } from './replace-text.js';
import { RoomHost } from './room-host.js';
import type { RoomVisit } from './room-visit.js';

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

/** What a page reads and changes of a room's files. Setting undefined changes nothing: so a template says that it has nothing to say yet. */
export abstract class FileHost extends RoomHost {
  /** Set before the room's text is known. */
  #value: string | undefined;
  /** What else was set before it is known what is in the room, in order. */
  #waiting: ((files: Files) => void)[] = [];
  /** The room that all of this is meant for; undefined: the one that is entered next. */
  #for: string | undefined;
  /** It is known what is in the room. */
  #known = false;

  /** The text of the shown file, lines separated by LF. Setting it changes only what differs, and never throws. */
  get value(): string {
    return this.#value ?? this.visit?.session.document.text.toString() ?? '';
  }
  set value(value: string) {
    if (value === undefined) return;
    let text: string;
    try {
      text = plainText(String(value ?? ''));
    } catch {
      refuse(this, 'value', () => refusalText('value-unreadable'));
      return;
    }
    this.#turn();
    this.#value = text;
    this.#apply();
  }

  /** The files I may read, in tab order; a snapshot. */
  get files(): RoomFileFacts[] {
    const list = this.#files?.list ?? [];
    return list.map(({ document, name, language, entry, readonly, hidden }) => ({
      ...{ name, language, text: document.text.toString(), entry, readonly },
      visibility: hidden ? 'interviewers' : 'all',
    }));
  }

  /** Name of the shown file. Setting it shows another one, only for me. */
  get file(): string {
    const files = this.#files;
    return files?.list.find(({ document }) => document === files.shown)?.name ?? '';
  }
  set file(name: string) {
    this.#onceKnown(name, (files) => {
      const found = files.find(String(name ?? ''));
      if (found) files.show(found.document);
      else refuse(this, 'files', () => refusalText('no-file-shown', { name }));
    });
  }

  /** Name of the file that Run runs. Setting it is for everybody. */
  get entry(): string {
    return this.#files?.list.find((file) => file.entry)?.name ?? '';
  }
  set entry(name: string) {
    this.#onceKnown(name, () => {
      const done = this.#change(({ choose }, files) => choose(files, name));
      done.catch((error) => refuse(this, 'files', error));
    });
  }

  /** Adds a file, for everybody. Like all methods that change files: resolves when the room has done it, rejects with a `CodeRoomError`. */
  addFile(file: FileCalls.GivenFile): Promise<void> {
    return this.#change(({ add }, files) => add(files, file));
  }

  /** The language follows the extension of the new name. */
  renameFile(name: string, to: string): Promise<void> {
    return this.#change(({ rename }, files) => rename(files, name, to));
  }

  /** Removes it for everybody; it stays in the replay. */
  removeFile(name: string): Promise<void> {
    return this.#change(({ remove }, files) => remove(files, name));
  }

  /** Moves its tab, for everybody; `index` is its position in the row of tabs, counted from 0. */
  moveFile(name: string, index: number): Promise<void> {
    return this.#change(({ move }, files) => move(files, name, index));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const first = this.getAttribute('value');
    if (!this.hasUpdated && first !== null) this.#value ??= plainText(first);
  }

  protected override entered({ session, signal }: RoomVisit): void {
    this.#turn();
    this.#known = false;
    session.addEventListener('status', () => this.#apply(), { signal });
  }

  /** Undefined while the element is in no room. */
  get #files(): Files | undefined {
    return this.visit?.session.documents.files;
  }

  /** Few pages need the implementation. */
  #change(call: (calls: typeof FileCalls, files: Files) => Promise<void>): Promise<void> {
    return this.calling(import('./file-calls.js'), (calls) => call(calls, calls.present(this.#files)));
  }

  /** To the room of the attributes: what waits for another one is dropped. */
  #turn(): void {
    if ((this.#for ?? this.address) !== this.address) {
      this.#value = undefined;
      this.#waiting = [];
    }
    this.#for = this.meant;
  }

  /** At once where it is known what is in the room. */
  #onceKnown(given: unknown, act: (files: Files) => void): void {
    if (given === undefined) return;
    this.#turn();
    this.#waiting.push(act);
    this.#apply();
  }

  #apply(): void {
    const { session } = this.visit ?? {};
    if (!session) return;
    const turnedAway = session.status === 'refused' || session.status === 'ended';
    // Unsaved edits of before are there without a connection.
    this.#known ||= turnedAway || session.status === 'live' || session.document.synced;
    if (!this.#known) return;
    for (const act of this.#waiting.splice(0)) act(session.documents.files);
    const value = this.#value;
    if (value === undefined || (!session.document.synced && !turnedAway)) return;
    this.#value = undefined;
    if (turnedAway) {
      refuse(this, 'role', () => refusalText('value-not-joined', { why: refusalIn(session) }));
      return;
    }
    speech.adoptLanguageOf?.(this);
    const refused = replaceText(session.document, value);
    if (refused) refuse(this, refused.reason, refused.sentence);
  }
}
