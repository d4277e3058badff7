/** The files of the room, in tab order, and which one is shown here. Actions on files are in file-changes.ts. */
import { fileNamed } from '../../../party/shared/clean-names.js';
import { DEFAULT_LANGUAGE, defaultFileName } from '../../../party/shared/languages.js';
import { ADDED_DOCUMENTS, MAIN_DOCUMENT } from '../../../party/shared/protocol.js';
import { mayWriteFile, type Role } from '../../../party/shared/roles.js';
import type { OutgoingMessage } from '../../../party/shared/wire/client-message.js';
import type { FileRecord, RoomMessageOf as Of } from '../../../party/shared/wire/room-message.js';
import type { SessionDocument } from './document.js';
import { SignalEvent } from './events.js';

/** A file in the list. */
export interface RoomFile {
  readonly document: SessionDocument;
  /** The name that people see. */
  readonly name: string;
  readonly language: string;
  /** Run runs this file. */
  readonly entry: boolean;
  /** Only interviewers can write it. */
  readonly readonly: boolean;
  /** Only interviewers know of it. */
  readonly hidden: boolean;
}

/** The list of a room that sends none. */
export const ONE_FILE: Pick<Of<'files'>, 'entry' | 'files'> = {
  entry: MAIN_DOCUMENT,
  files: [{ document: MAIN_DOCUMENT, readonly: false, hidden: false }],
};

/** Handles answers to numbered requests; set with the first request. */
export interface RequestAnswers {
  done(request: number, document: number): void;
  /** True when the request was made here. */
  refused(kind: string | undefined, request: number, sentence: string): boolean;
  offline(): void;
}

/** Events: `change` (a file was added, removed, renamed, moved or protected, or the entry has changed), `shown` (another file is shown here), `signal` (SignalEvent). */
export class Files extends EventTarget {
  /** The room has sent its list on this connection. */
  told = false;
  #records: readonly FileRecord[] = ONE_FILE.files;
  #entry = MAIN_DOCUMENT;
  readonly #documents = new Map<number, SessionDocument>();
  #shown: SessionDocument;
  #online = false;
  /** The room has sent its list once. */
  #begun = false;
  answers: RequestAnswers | null = null;
  /** By replica, the latest last: what somebody sees. */
  readonly views = new Map<number, Of<'signal'>>();
  /** What this person does stays here for the moment. */
  held = false;

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

  /** In tab order. */
  get list(): RoomFile[] {
    return this.#records.flatMap(({ document: id, readonly, hidden }) => {
      const document = this.#documents.get(id);
      if (!document) return [];
      const language = document.language || DEFAULT_LANGUAGE;
      const name = document.name || defaultFileName(language);
      return { document, name, language, entry: id === this.#entry, readonly, hidden };
    });
  }

  /** The file that this person sees. */
  get shown(): SessionDocument {
    return this.#shown;
  }

  /** The file that Run runs. */
  get entry(): SessionDocument {
    return this.#documents.get(this.#entry) ?? this.#shown;
  }

  find(name: string): RoomFile | null {
    return fileNamed(this.list, name) ?? null;
  }

  /** What somebody sees is kept: whoever follows them may begin later. */
  signalled(signal: Of<'signal'>): void {
    if (signal.kind === 'view') {
      this.views.delete(signal.replica);
      this.views.set(signal.replica, signal);
    }
    this.dispatchEvent(new SignalEvent(signal));
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

  /** Requests can be sent. */
  get online(): boolean {
    return this.#online;
  }

  /** A greeting has started. */
  begin(): void {
    this.told = false;
  }

  /** Applies the list. A removed file is kept out of sight while it has unconfirmed edits: the room accepts them if the file belongs to an earlier question, and otherwise refuses them. */
  receive({ entry, files }: Pick<Of<'files'>, 'entry' | 'files'>): void {
    this.told = true;
    this.#entry = entry;
    this.#records = files;
    for (const { document } of files) if (!this.#documents.has(document)) this.#add(document);
    const gone = [...this.#documents.values()].filter(({ id }) => !files.some(({ document }) => document === id));
    for (const document of gone) this.letGo(document);
    // A newcomer sees the entry first.
    const first = !this.#begun && this.#shown.id === MAIN_DOCUMENT && this.#shown !== this.entry;
    this.#begun = true;
    if (first || gone.includes(this.#shown)) {
      this.#shown = this.entry;
      this.dispatchEvent(new Event('shown'));
    }
    this.#changed();
  }

  /** Drops a removed file once it has no unconfirmed edits, because its `ack` will never come. */
  letGo(document: SessionDocument): void {
    if (document.hasPending || this.#records.some((file) => file.document === document.id)) return;
    if (this.#documents.delete(document.id)) document.forget();
  }

  /** Requests reach the room from now on. */
  resume(): void {
    this.#online = true;
  }

  offline(): void {
    this.#online = false;
    this.answers?.offline();
  }

  /** Files with edits of an earlier page, before the first connection. */
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
