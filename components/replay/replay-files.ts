// The files of a replay: their texts at any time, and which was written in last.
import { fileNameKey } from '../../party/shared/clean-names.js';
import { stemLength } from '../../party/shared/file-names.js';
import { DEFAULT_LANGUAGE, defaultFileName } from '../../party/shared/languages.js';
import type { AskedAt } from './asked-questions.js';
import type { ReplayContent } from './read-replay.js';
import { ReplayDocument } from './replay-document.js';

export interface ReplayFile {
  /** The number of its document. */
  readonly id: number;
  /** The name that people see. */
  readonly name: string;
  readonly language: string;
  /** The question it belongs to; 0 for none. */
  readonly question: number;
  /** Interviewers alone may read it. */
  readonly hidden: boolean;
  /** When it was removed; infinite for a file that was not. */
  readonly removed: number;
  readonly shortened: boolean;
  readonly history: ReplayDocument;
}

/** A file at one moment. */
interface ReplayedFileText {
  name: string;
  language: string;
  text: string;
  /** Left out for what everybody could read. */
  visibility?: 'interviewers';
}

export class ReplayFiles {
  readonly list: readonly ReplayFile[];

  constructor(
    { header, edits }: Pick<ReplayContent, 'header' | 'edits'>,
    /** When which question was current, in order; empty in a room without questions. */
    private readonly asked: readonly AskedAt[],
  ) {
    this.list = header.files.flatMap(({ kind, ...file }, index) => {
      if (kind !== 'file') return [];
      const {
        id,
        language,
        question = 0,
        hidden = false,
        removed = Number.POSITIVE_INFINITY,
        shortened = false,
      } = file;
      const name = file.name || defaultFileName(language || DEFAULT_LANGUAGE);
      return {
        id,
        name,
        language,
        question,
        hidden,
        removed,
        shortened,
        history: new ReplayDocument(edits[index] ?? []),
      };
    });
  }

  get shortened(): boolean {
    return this.list.some(({ shortened }) => shortened);
  }

  /** The files of the current question that were there and not empty; always includes the first one. A name is there twice where a file got that of one that has been removed since: a replay knows only the last names. */
  thereAt(time: number): ReplayFile[] {
    const files = this.#leftAt(time).filter(({ history }, index) => index === 0 || history.countAt(time) > 0);
    // Of files that were removed before rooms noted when, the later one is the one that is meant.
    const lasting = files.filter(({ removed }) => removed === Number.POSITIVE_INFINITY);
    const meant = new Map(lasting.map((file) => [fileNameKey(file.name), file]));
    return files.filter((file) => !lasting.includes(file) || meant.get(fileNameKey(file.name)) === file);
  }

  /** What was there, as a room can be made with it: no name twice. */
  textsAt(time: number): ReplayedFileText[] {
    const there = this.thereAt(time).filter(({ removed }) => removed > time);
    const taken = new Set<string>();
    return there.map(({ name: last, language, hidden, history }) => {
      const text = history.textAt(history.countAt(time)).toString();
      const name = freeName(last, taken);
      taken.add(fileNameKey(name));
      return { name, language, text, ...(hidden && { visibility: 'interviewers' as const }) };
    });
  }

  /** Without what had been removed, unless that is all there was: something has to be shown. */
  #leftAt(time: number): readonly ReplayFile[] {
    const files = this.#ofQuestionAt(time);
    const left = files.filter(({ removed }) => removed > time);
    return left.length > 0 ? left : files;
  }

  #ofQuestionAt(time: number): readonly ReplayFile[] {
    const n = this.asked.findLast((one) => one.time <= time)?.n ?? 0;
    if (this.asked.length === 0) return this.list;
    const files = this.list.filter(({ question }) => question === n);
    return files.length > 0 ? files : this.list;
  }

  /** The file of the last edit before this time, of those that are there; undefined where there is no file. */
  lastWritten(time: number): ReplayFile | undefined {
    const files = this.#leftAt(time);
    let [found, latest] = [files[0], Number.NEGATIVE_INFINITY];
    for (const file of files) {
      const at = file.history.lastEdit(time)?.time ?? Number.NEGATIVE_INFINITY;
      if (at > latest) [found, latest] = [file, at];
    }
    return found;
  }
}

/** The name, or `main-2.py` where one of those has it. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const stem = stemLength(name);
  let free = name;
  for (let n = 2; taken.has(fileNameKey(free)); n += 1) free = `${name.slice(0, stem)}-${n}${name.slice(stem)}`;
  return free;
}
