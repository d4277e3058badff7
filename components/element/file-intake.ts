// Adds files from the computer to the room: adds what it can, asks about files that exist already, names what it cannot add.
import { fileNameKey } from '../../party/shared/clean-names.js';
import { stemLength } from '../../party/shared/file-names.js';
import { PAGE_LIMITS } from '../../party/shared/page-limits.js';
import { plainText } from '../../party/shared/plain-text.js';
import type { Files, RoomFile } from '../session/sync/files.js';
import { addedText, asReason, broughtSentence } from '../wording/added-files.js';
import { codeOf, sentenceOf } from '../wording/errors.js';
import { addFile } from './file-changes.js';
import type { Picked, PickedFile } from './picked-files.js';
import { replaceText } from './replace-text.js';
import { unzipped } from './zipped-files.js';

/** What to do about existing files with other content. */
export type ClashAnswer = 'replace' | 'both' | 'neither';

interface IntakeEvents {
  /** Number of files examined so far. */
  progress(done: number, all: number): void;
  clash(names: readonly string[]): Promise<ClashAnswer>;
}

interface IntakeOutcome {
  sentence: string;
  /** Something could not be added. */
  bad: boolean;
  /** The first new file. */
  first: RoomFile | null;
  /** Restores the previous texts of replaced files; null when none was replaced. */
  undo: (() => void) | null;
}

interface ReadFile {
  name: string;
  text: string;
}

/** Never rejects. */
export async function takeIn(files: Files, brought: Picked, events: IntakeEvents): Promise<IntakeOutcome> {
  const { files: picked, leftOut, tooMany } = await opened(brought);
  const intake = new Intake(files, picked.length, events);
  const clashing: ReadFile[] = [];
  for (const one of picked) {
    const read = await intake.read(one);
    if (read && intake.isAnother(read)) clashing.push(read);
    else if (read) await intake.add(read);
  }
  if (clashing.length > 0) {
    const answer = await events.clash(clashing.map(({ name }) => name));
    for (const one of clashing) {
      if (answer === 'replace') intake.replace(one);
      else if (answer === 'both') await intake.add({ ...one, name: freeName(files, one.name) });
    }
  }
  for (const name of tooMany) intake.leave(name);
  return intake.outcome(leftOut);
}

/** A .zip stands for what is in it. */
async function opened({ files, leftOut, tooMany }: Picked): Promise<Picked> {
  const all: Picked = { files: [], leftOut: [...leftOut], tooMany: [...tooMany] };
  for (const one of files) {
    const within = one.file && (await unzipped(one.file));
    all.files.push(...(within?.files ?? [one]));
    all.leftOut.push(...(within?.leftOut ?? []));
    all.tooMany.push(...(within?.tooMany ?? []));
  }
  return all;
}

class Intake {
  #done = 0;
  #added = 0;
  #first: RoomFile | null = null;
  readonly #taken = new Set<string>();
  readonly #faults = new Map<string, string[]>();
  readonly #before: [RoomFile, string][] = [];
  /** The room's refusal of an earlier file; if it is repeated, further files are not tried. */
  #refusal = '';
  #closed = false;

  constructor(
    private readonly files: Files,
    private readonly count: number,
    private readonly events: IntakeEvents,
  ) {}

  /** Null when it cannot be a file of the room. */
  async read({ name, file }: PickedFile): Promise<ReadFile | null> {
    this.events.progress(++this.#done, this.count);
    const key = fileNameKey(name);
    if (this.#taken.has(key)) return this.#refuse(name, addedText('file-twice'));
    this.#taken.add(key);
    if (!file) return this.#refuse(name, addedText('file-unreadable'));
    // Checked before decoding, so that a video is not read.
    if (file.size > PAGE_LIMITS.fileBytes * 2) return this.#refuse(name, addedText('file-large'));
    const bytes = await file.arrayBuffer().catch(() => null);
    if (!bytes) return this.#refuse(name, addedText('file-unreadable'));
    const text = decoded(new Uint8Array(bytes));
    if (text === null) return this.#refuse(name, addedText('file-not-text'));
    if (new TextEncoder().encode(text).length > PAGE_LIMITS.fileBytes)
      return this.#refuse(name, addedText('file-large'));
    return { name, text };
  }

  /** Whether the room has a file of this name with other content. */
  isAnother({ name, text }: ReadFile): boolean {
    const there = this.files.find(name)?.document.text.toString();
    return there !== undefined && there !== '' && there !== text;
  }

  async add(one: ReadFile): Promise<void> {
    // Empty, or the same.
    if (this.files.find(one.name)) return this.replace(one);
    if (this.#closed) return void this.#refuse(one.name, this.#refusal);
    try {
      const file = await addFile(this.files, one);
      this.#added++;
      this.#first ??= file;
    } catch (error) {
      const why = asReason(sentenceOf(error));
      // Said of one folder: files elsewhere may be added all the same.
      this.#closed = why === this.#refusal && codeOf(error) !== 'file-name-folder';
      this.#refusal = why;
      this.#refuse(one.name, why);
    }
  }

  replace({ name, text }: ReadFile): void {
    const there = this.files.find(name);
    if (!there) return;
    const before = there.document.text.toString();
    if (replaceText(there.document, text)) return void this.#refuse(name, addedText('file-protected'));
    this.#before.push([there, before]);
    this.#first ??= there;
  }

  /** Of files that are too many, nothing is read. */
  leave(name: string): void {
    this.#refuse(name, this.#closed ? this.#refusal : addedText('file-too-many'));
  }

  outcome(leftOut: readonly string[]): IntakeOutcome {
    const before = this.#before;
    const undo = () => {
      for (const [{ document }, text] of before) replaceText(document, text);
    };
    const sentence = broughtSentence({ added: this.#added, replaced: before.length, faults: this.#faults, leftOut });
    return { sentence, bad: this.#faults.size > 0, first: this.#first, undo: before.length > 0 ? undo : null };
  }

  #refuse(name: string, why: string): null {
    const names = this.#faults.get(why);
    if (names) names.push(name);
    else this.#faults.set(why, [name]);
    return null;
  }
}

/** Null when it is not text: UTF-8, or UTF-16 with a byte order mark. */
function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    const text = plainText(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** `bank-2.py` where there is a `bank.py`. */
function freeName(files: Files, name: string): string {
  const stem = name.slice(0, stemLength(name));
  for (let n = 2; ; n++) {
    const free = `${stem}-${n}${name.slice(stem.length)}`;
    if (!files.find(free)) return free;
  }
}
