/** The files of a room as this person sees them, in the order of their tabs, and which of them is shown. What can be done about them is in file-changes.ts. */
import { fileNameKey } from '../../../party/shared/clean-names.js';
import { DEFAULT_LANGUAGE, defaultFileName } from '../../../party/shared/languages.js';
import { ADDED_DOCUMENTS, MAIN_DOCUMENT } from '../../../party/shared/protocol.js';
import { mayWriteFile, type Role } from '../../../party/shared/roles.js';
import type { OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import type { FileRecord, RoomMessageOf as Of } from '../../../party/shared/wire/room-message.js';
import type { SessionDocument } from './document.js';

/** A file in the row of tabs. */
export interface RoomFile {
  readonly document: SessionDocument;
  /** As people read it. */
  readonly name: string;
  readonly language: string;
  /** Run runs it. */
  readonly entry: boolean;
  /** Interviewers alone write it. */
  readonly readonly: boolean;
  /** Interviewers alone know of it. */
  readonly hidden: boolean;
}

/** What a room has that does not speak of its files. */
export const ONE_FILE: Pick<Of<'files'>, 'entry' | 'files'> = {
  entry: MAIN_DOCUMENT,
  files: [{ document: MAIN_DOCUMENT, readonly: false, hidden: false }],
};

/** Takes the answers to what was asked about files; there once something has been. */
export interface FileAnswers {
  done(request: number, document: number): void;
  /** True when it was asked for here. */
  refused(kind: string | undefined, request: number, sentence: string): boolean;
  offline(): void;
}

/** Events: `change` (a file came, went, was renamed, moved or protected, or another one is run), `shown` (another file is shown here). */
export class Files extends EventTarget {
  /** The room has said in this connection which files there are. */
  told = false;
  #records: readonly FileRecord[] = ONE_FILE.files;
  #entry = MAIN_DOCUMENT;
  readonly #documents = new Map<number, SessionDocument>();
  #shown: SessionDocument;
  #online = false;
  /** The room has told its files once. */
  #begun = false;
  answers: FileAnswers | null = null;

  constructor(
    private readonly make: (id: number) => SessionDocument,
    readonly send: (message: OutgoingMessage) => void,
  ) {
    super();
    this.#shown = this.#add(MAIN_DOCUMENT);
  }

  get documents(): Iterable<SessionDocument> {
    return this.#documents.values();
  }

  /** In the order of their tabs. */
  get list(): RoomFile[] {
    return this.#records.flatMap(({ document: id, readonly, hidden }) => {
      const document = this.#documents.get(id);
      if (!document) return [];
      const language = document.language || DEFAULT_LANGUAGE;
      const name = document.name || defaultFileName(language);
      return { document, name, language, entry: id === this.#entry, readonly, hidden };
    });
  }

  /** The file this person looks at. */
  get shown(): SessionDocument {
    return this.#shown;
  }

  /** The file that Run runs. */
  get entry(): SessionDocument {
    return this.#documents.get(this.#entry) ?? this.#shown;
  }

  find(name: string): RoomFile | null {
    return this.list.find((file) => fileNameKey(file.name) === fileNameKey(name)) ?? null;
  }

  show(document: SessionDocument): void {
    if (document === this.#shown || this.#documents.get(document.id) !== document) return;
    this.#shown = document;
    this.dispatchEvent(new Event('shown'));
  }

  mayWrite(role: Role, document: number): boolean {
    const record = this.#records.find((file) => file.document === document);
    return !record || mayWriteFile(role, record);
  }

  /** The room is there to be asked. */
  get online(): boolean {
    return this.#online;
  }

  /** A greeting has begun. */
  begin(): void {
    this.told = false;
  }

  /** Which files there are now. One that is gone goes on out of sight while it has edits: the room takes them into a file put aside, and refuses those of one removed. */
  receive({ entry, files }: Pick<Of<'files'>, 'entry' | 'files'>): void {
    this.told = true;
    this.#entry = entry;
    this.#records = files;
    for (const { document } of files) if (!this.#documents.has(document)) this.#add(document);
    const gone = [...this.#documents.values()].filter(({ id }) => !files.some(({ document }) => document === id));
    for (const document of gone) this.letGo(document);
    // Whoever comes in begins where Run does.
    const first = !this.#begun && this.#shown.id === MAIN_DOCUMENT && this.#shown !== this.entry;
    this.#begun = true;
    if (first || gone.includes(this.#shown)) {
      this.#shown = this.entry;
      this.dispatchEvent(new Event('shown'));
    }
    this.#changed();
  }

  /** Forgets a file that is gone, once nothing of it is on its way: nobody says any more that the rest is on disk. */
  letGo(document: SessionDocument): void {
    if (document.hasPending || this.#records.some((file) => file.document === document.id)) return;
    if (this.#documents.delete(document.id)) document.forget();
  }

  /** What is asked for reaches the room from now on. */
  resume(): void {
    this.#online = true;
  }

  offline(): void {
    this.#online = false;
    this.answers?.offline();
  }

  /** Files with edits that an earlier page of this person left behind; the room has not been reached yet. */
  restore(documents: readonly number[]): void {
    const added = documents.filter((id) => id >= ADDED_DOCUMENTS && !this.#documents.has(id));
    for (const document of added) this.#add(document);
    this.#records = [...this.#records, ...added.map((document) => ({ document, readonly: false, hidden: false }))];
    if (added.length > 0) this.#changed();
  }

  #add(id: number): SessionDocument {
    const document = this.make(id);
    this.#documents.set(id, document);
    document.addEventListener('file', () => this.#changed());
    return document;
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
