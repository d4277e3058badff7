/** The files of a room: which exist, their order, the entry (the file that Run runs), and who may read and write them. The text of each is in a document. */
import { fileNameKey } from './clean-names.js';
import { documentKind } from './document-kinds.js';
import { fileNameFault, folderClash } from './file-names.js';
import type { Limits } from './limits.js';
import { MAIN_DOCUMENT, type Refusal } from './protocol.js';
import { sentenceFor } from './refusals.js';
import { may, mayRead, mayReadFile, mayWriteFile, type Role } from './roles.js';
import {
  allFiles,
  FIRST,
  type FilesAside,
  heirsOf,
  type RemovedFile,
  type StoredFiles,
  withoutHeir,
} from './stored-files.js';
import type { FileRecord } from './wire/room-message.js';

/** Why an action on a file was refused. */
export class FileRefused extends Error {
  override name = 'FileRefused';
  constructor(
    readonly reason: Refusal,
    sentence: string,
  ) {
    super(sentence);
  }
}

export class FileList {
  #stored: StoredFiles;
  /** Names of files that are being created: a file is announced only when it is on disk, and its name and number must not be used twice. */
  readonly #claimed = new Map<number, string>();

  constructor(
    stored: StoredFiles | null,
    private readonly limits: Limits,
    /** The name of a document. */
    private readonly nameOf: (document: number) => string,
    private readonly save: (stored: StoredFiles) => void,
  ) {
    this.#stored = stored ?? FIRST;
  }

  /** All documents that are or were files, without the first. */
  static documentsOf(stored: StoredFiles | null): number[] {
    return allFiles(stored ?? FIRST)
      .map(({ document }) => document)
      .filter((document) => document !== MAIN_DOCUMENT);
  }

  /** The file that Run runs. */
  get entry(): number {
    return this.#stored.entry;
  }

  /** The question of the current files; 0 for none. */
  get question(): number {
    return this.#stored.question ?? 0;
  }

  /** The files of a question, in order, whether it is the current one or not. */
  ofQuestion(question: number): FileRecord[] {
    if (question === this.question) return this.#stored.list;
    return this.#aside.find((set) => set.question === question)?.list ?? [];
  }

  /** The question of a file, also of a removed one. */
  questionOf(document: number): number {
    const { removed } = this.#stored;
    const set = this.#aside.find(({ list }) => list.some((file) => file.document === document));
    return set?.question ?? removed.find((file) => file.document === document)?.question ?? this.question;
  }

  get #aside(): FilesAside[] {
    return this.#stored.aside ?? [];
  }

  /** The file, if it belongs to a question that is not the current one. */
  #putAside(document: number): FileRecord | null {
    return this.#aside.flatMap(({ list }) => list).find((file) => file.document === document) ?? null;
  }

  /** Whether it was a file that this role could read, and has been removed. */
  wasRemoved(role: Role, document: number): boolean {
    return this.#stored.removed.some((file) => file.document === document && mayReadFile(role, file));
  }

  /** Milliseconds since 1970; undefined for a file that was not removed, or before rooms noted it. */
  removedAt(document: number): number | undefined {
    return this.#stored.removed.find((file) => file.document === document)?.at;
  }

  isAside(document: number): boolean {
    return this.#putAside(document) !== null;
  }

  /** Numbers for the new files of a question. They may use up twice the limit for people, as interviewers may, so that candidates cannot use it up. Throws FileRefused. */
  reserve(count: number): number[] {
    const { next } = this.#stored;
    const most = 2 * this.limits.filesEver;
    if (allFiles(this.#stored).length + this.#claimed.size + count > most)
      throw new FileRefused('full', sentenceFor('files-used-up', { files: most }));
    this.#change({ next: next + count });
    return Array.from({ length: count }, (_, index) => next + index);
  }

  /** Switches to another question: with these files, or with those it had last. */
  turnTo(question: number, fresh?: { entry: number; list: FileRecord[] }): void {
    const { entry, list } = this.#stored;
    const back = this.#aside.find((set) => set.question === question);
    const { entry: next, list: files } = fresh ?? back ?? { entry, list };
    const others = this.#aside.filter((set) => set !== back);
    const aside = [...others, { question: this.question, entry, list }];
    this.#change({ question, entry: next, list: files, aside });
  }

  /** True in a room with only its first file: then no list is sent. */
  get plain(): boolean {
    const { list, entry } = this.#stored;
    const [first] = list;
    return (
      list.length === 1 && entry === MAIN_DOCUMENT && first?.document === entry && !first.readonly && !first.hidden
    );
  }

  get(document: number): FileRecord | null {
    return this.#stored.list.find((file) => file.document === document) ?? null;
  }

  /** The files that this role may read, in tab order. */
  of(role: Role): FileRecord[] {
    return this.#stored.list.filter((file) => mayReadFile(role, file));
  }

  /** Whether this role may know of a document, file or not. */
  mayRead(role: Role, document: number): boolean {
    if (documentKind(document) !== 'file') return mayRead(role, document);
    // Files of earlier questions still accept edits that were under way.
    const file = this.get(document) ?? this.#putAside(document);
    return file !== null && mayReadFile(role, file);
  }

  /** Whether this role may write a document that it may read, given the file's protection. */
  mayWrite(role: Role, document: number): boolean {
    const file = this.get(document) ?? this.#putAside(document);
    return !file || mayWriteFile(role, file);
  }

  /** Why a file cannot have this name, as a sentence for this role; null if it can. `except` is the file to be renamed. */
  nameFault(name: string, role: Role, except?: number): string | null {
    const fault = fileNameFault(name);
    if (fault) return fault;
    const key = fileNameKey(name);
    const isTaken = (other: string) => fileNameKey(other) === key;
    const others = this.#stored.list.filter(({ document }) => document !== except);
    const names = [...others.map(({ document }) => this.nameOf(document)), ...this.#claimed.values()];
    if (names.some(isTaken)) {
      const taken = others.find(({ document }) => isTaken(this.nameOf(document)));
      // Of a file that this role may not read, only what was asked for is repeated.
      const known = taken && mayReadFile(role, taken) ? this.nameOf(taken.document) : name;
      return sentenceFor('file-name-taken', { name: known });
    }
    const both = names.map((other) => folderClash(name, other)).find((part) => part !== null);
    return both ? sentenceFor('file-name-folder', { name: both }) : null;
  }

  /** How many more files there may be now. */
  get space(): number {
    return this.limits.files - this.#stored.list.length - this.#claimed.size;
  }

  /** Reserves a number for a file of this name until `add` or `giveBack`. Whoever may protect files may have twice as many, so that others cannot use them up. Throws FileRefused. */
  claim(name: string, role: Role): number {
    this.#mayHave(name, role);
    const { next } = this.#stored;
    const most = (may(role, 'protect') ? 2 : 1) * this.limits.filesEver;
    if (allFiles(this.#stored).length + this.#claimed.size >= most)
      throw new FileRefused('full', sentenceFor('files-used-up', { files: most }));
    this.#claimed.set(next, name);
    this.#change({ next: next + 1 });
    return next;
  }

  /** Keeps the name for a file whose number is reserved, until `add` or `giveBack`. */
  hold(document: number, name: string): void {
    this.#claimed.set(document, name);
  }

  giveBack(document: number): void {
    this.#claimed.delete(document);
  }

  /** Throws FileRefused when another question has brought a file of its name, or too many, since the name was claimed; whoever is told may read what everybody may. */
  add(file: FileRecord): void {
    const name = this.#claimed.get(file.document);
    this.#claimed.delete(file.document);
    if (name !== undefined) this.#mayHave(name, 'observer');
    this.#change({ list: [...this.#stored.list, file] });
  }

  /** Throws FileRefused. */
  remove(document: number, by: string, at: number): void {
    const { list, removed, entry } = this.#stored;
    const index = list.findIndex((file) => file.document === document);
    const file = list[index];
    if (!file) throw new FileRefused('unknown', sentenceFor('no-file'));
    const left = without(list, index);
    const next = left.find(({ hidden }) => !hidden);
    if (!next) throw new FileRefused('invalid', sentenceFor('last-file'));
    const question = this.question > 0 && { question: this.question };
    const heir = entry === document && { heir: next.document };
    this.#change({
      list: left,
      removed: [...removed, { ...file, index, by, at, ...question, ...heir }],
      entry: heir ? heir.heir : entry,
    });
  }

  /** Restores a removed file at its former position, and as the entry if it was: interviewers any file, others those they removed. Throws FileRefused. */
  restore(document: number, role: Role, person: string): void {
    const { list, removed, entry } = this.#stored;
    const found = removed.find((file) => file.document === document);
    if (!found || (found.question ?? 0) !== this.question || !(may(role, 'protect') || found.by === person))
      throw new FileRefused('unknown', sentenceFor('no-file'));
    this.#mayHave(this.nameOf(document), role, document);
    const { index, readonly, hidden } = found;
    const heirs = heirsOf(found, removed);
    const again = heirs.at(-1) === entry;
    // It stands before its heirs: what they have had of it ends.
    const ends = (file: RemovedFile) => again && heirs.includes(file.document);
    this.#change({
      list: withAt(list, index, { document, readonly, hidden }),
      removed: removed.filter((other) => other !== found).map((file) => (ends(file) ? withoutHeir(file) : file)),
      entry: again ? document : entry,
    });
  }

  /** `index` is the new position among the files that this role sees. Throws FileRefused. */
  move(document: number, index: number, role: Role): void {
    const file = this.get(document);
    if (!file) throw new FileRefused('unknown', sentenceFor('no-file'));
    const others = this.#stored.list.filter((other) => other !== file);
    const before = others.filter((other) => mayReadFile(role, other))[index];
    const place = before ? others.indexOf(before) : others.length;
    this.#change({ list: withAt(others, place, file) });
  }

  /** Throws FileRefused. */
  choose(document: number): void {
    const file = this.get(document);
    if (!file) throw new FileRefused('unknown', sentenceFor('no-file'));
    if (file.hidden) throw new FileRefused('invalid', sentenceFor('entry-hidden'));
    const mine = ({ question = 0 }: RemovedFile) => question === this.question;
    const removed = this.#stored.removed.map((gone) => (mine(gone) ? withoutHeir(gone) : gone));
    this.#change({ entry: document, removed });
  }

  /** Throws FileRefused. */
  protect({ document, readonly, hidden }: FileRecord): void {
    const { list, entry } = this.#stored;
    if (!this.get(document)) throw new FileRefused('unknown', sentenceFor('no-file'));
    if (hidden && entry === document) throw new FileRefused('invalid', sentenceFor('entry-in-use'));
    this.#change({ list: list.map((file) => (file.document === document ? { document, readonly, hidden } : file)) });
  }

  /** Throws FileRefused when no file of this name may come in. */
  #mayHave(name: string, role: Role, except?: number): void {
    const fault = this.nameFault(name, role, except);
    if (fault) throw new FileRefused('invalid', fault);
    if (this.space <= 0) throw new FileRefused('full', sentenceFor('files-full', { files: this.limits.files }));
  }

  #change(change: Partial<StoredFiles>): void {
    this.#stored = { ...this.#stored, ...change };
    this.save(this.#stored);
  }
}

/** Browsers of 2023 have no `toSpliced`. */
function without<T>(list: readonly T[], index: number): T[] {
  return [...list.slice(0, index), ...list.slice(index + 1)];
}

function withAt<T>(list: readonly T[], index: number, value: T): T[] {
  return [...list.slice(0, index), value, ...list.slice(index)];
}
