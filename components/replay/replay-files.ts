// The files of a replay: their texts at any time, and which was written in last.

import { type AskedQuestion, readAsked } from '../../party/shared/asked-questions.js';
import { documentKind } from '../../party/shared/document-kinds.js';
import { DEFAULT_LANGUAGE, defaultFileName } from '../../party/shared/languages.js';
import type { Replay } from '../../party/shared/replay.js';
import { ReplayDocument } from './replay-document.js';

export interface ReplayFile {
  readonly id: number;
  /** The name that people see. */
  readonly name: string;
  readonly language: string;
  /** The question it belongs to; 0 for none. */
  readonly question: number;
  readonly history: ReplayDocument;
}

export class ReplayFiles {
  readonly list: readonly ReplayFile[];
  /** The list of questions; undefined in a room without questions. */
  readonly #questions: ReplayDocument | undefined;

  /** Throws FrameError or RangeError when a log is damaged. */
  constructor(documents: Replay['documents']) {
    const files = documents.filter(({ id }) => documentKind(id) === 'file');
    this.list = files.map((file) => {
      const { id, language, question = 0 } = file;
      const name = file.name || defaultFileName(language || DEFAULT_LANGUAGE);
      return { id, name, language, question, history: new ReplayDocument(file) };
    });
    const questions = documents.find(({ id }) => documentKind(id) === 'questions');
    this.#questions = questions && new ReplayDocument(questions);
  }

  /** The times of all edits, in no order. */
  get times(): number[] {
    const histories = [...this.list.map(({ history }) => history), ...(this.#questions ? [this.#questions] : [])];
    return histories.flatMap(({ entries }) => entries.map(({ time }) => time));
  }

  /** When another question was asked or returned to, and its title. */
  get asked(): { time: number; title: string }[] {
    const asked: { time: number; title: string }[] = [];
    let before = 0;
    for (const { time } of this.#questions?.entries ?? []) {
      const current = this.questionAt(time);
      if (current && current.n !== before) asked.push({ time, title: current.title });
      before = current?.n ?? 0;
    }
    return asked;
  }

  /** The current question at that time. */
  questionAt(time: number): AskedQuestion | undefined {
    const log = this.#questions;
    if (!log) return undefined;
    return readAsked(log.textAt(log.countAt(time)).toString()).find(({ current }) => current);
  }

  get compacted(): boolean {
    return this.list.some(({ history }) => history.compacted);
  }

  /** The files of the current question at that time that were not empty; always includes the first one. */
  thereAt(time: number): ReplayFile[] {
    const files = this.#ofQuestionAt(time);
    return files.filter(({ history }, index) => index === 0 || history.countAt(time) > 0);
  }

  #ofQuestionAt(time: number): readonly ReplayFile[] {
    if (!this.#questions) return this.list;
    const n = this.questionAt(time)?.n ?? 0;
    const files = this.list.filter(({ question }) => question === n);
    return files.length > 0 ? files : this.list;
  }

  /** The file of the last edit before this time; undefined where there is no file. */
  lastWritten(time: number): ReplayFile | undefined {
    const files = this.#ofQuestionAt(time);
    let [found, latest] = [files[0], Number.NEGATIVE_INFINITY];
    for (const file of files) {
      const at = file.history.entries[file.history.countAt(time) - 1]?.time ?? Number.NEGATIVE_INFINITY;
      if (at > latest) [found, latest] = [file, at];
    }
    return found;
  }
}
