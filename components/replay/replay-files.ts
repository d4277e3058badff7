// The files of a replay: what stood in each at any moment, and in which of them somebody wrote last.

import { documentKind } from '../../party/shared/document-kinds.js';
import { DEFAULT_LANGUAGE, defaultFileName } from '../../party/shared/languages.js';
import type { Replay } from '../../party/shared/replay.js';
import { ReplayDocument } from './replay-document.js';

export interface ReplayFile {
  readonly id: number;
  /** As people read it. */
  readonly name: string;
  readonly language: string;
  readonly history: ReplayDocument;
}

export class ReplayFiles {
  readonly list: readonly ReplayFile[];

  /** Throws FrameError or RangeError when a log is damaged. */
  constructor(documents: Replay['documents']) {
    const files = documents.filter(({ id }) => documentKind(id) === 'file');
    this.list = files.map((file) => {
      const { id, language } = file;
      const name = file.name || defaultFileName(language || DEFAULT_LANGUAGE);
      return { id, name, language, history: new ReplayDocument(file) };
    });
  }

  /** When there was an edit in any of them, in no order. */
  get times(): number[] {
    return this.list.flatMap(({ history }) => history.entries.map(({ time }) => time));
  }

  get compacted(): boolean {
    return this.list.some(({ history }) => history.compacted);
  }

  /** Those in which something had been written by then; the first one always. */
  thereAt(time: number): ReplayFile[] {
    return this.list.filter(({ history }, index) => index === 0 || history.countAt(time) > 0);
  }

  /** The one in which the last edit before this moment was made; undefined where there is no file. */
  lastWritten(time: number): ReplayFile | undefined {
    let [found, latest] = [this.list[0], Number.NEGATIVE_INFINITY];
    for (const file of this.list) {
      const at = file.history.entries[file.history.countAt(time) - 1]?.time ?? Number.NEGATIVE_INFINITY;
      if (at > latest) [found, latest] = [file, at];
    }
    return found;
  }
}
