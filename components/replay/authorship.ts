// Which part of a text came by which edits, at any time: by whom, or from where.
import type { ChangeSet } from '@codemirror/state';
import type { Edit, ReplayDocument } from './replay-document.js';
import { lastUpTo } from './replay-timeline.js';

/** A part of a text with the mark of the edit that put it in, such as the index of its author; null: none. */
interface WrittenPart<Mark> {
  length: number;
  mark: Mark;
}

/** Edits between two kept states. */
const APART = 100;
/** Kept states at most, however long the history. */
const KEPT = 150;

/** A state after so many edits. */
interface KeptState<Mark> {
  count: number;
  parts: readonly WrittenPart<Mark>[];
}

export class Authorship<Mark = number | null> {
  readonly #kept: KeptState<Mark>[] = [{ count: 0, parts: [] }];

  constructor(
    private readonly document: ReplayDocument,
    private readonly markOf: (edit: Edit) => Mark,
  ) {}

  /** The parts of the text after so many edits, from its beginning to its end. */
  after(count: number): readonly WrittenPart<Mark>[] {
    const apart = Math.max(APART, this.document.edits.length / KEPT);
    const counts = this.#kept.map((one) => one.count);
    let { count: at, parts } = this.#kept[lastUpTo(counts, count)] as KeptState<Mark>;
    for (const edit of this.document.edits.slice(at, count)) {
      parts = written(parts, edit.change, this.markOf(edit));
      at++;
      if (at - (this.#kept.at(-1)?.count ?? 0) >= apart) this.#kept.push({ count: at, parts });
    }
    return parts;
  }
}

function written<Mark>(parts: readonly WrittenPart<Mark>[], change: ChangeSet, mark: Mark): WrittenPart<Mark>[] {
  const result: WrittenPart<Mark>[] = [];
  const add = (length: number, by: Mark) => {
    const last = result.at(-1);
    if (length === 0) return;
    if (last && last.mark === by) last.length += length;
    else result.push({ length, mark: by });
  };
  let [index, used] = [0, 0];
  /** Goes on in the old text by so many units, which stay or not. */
  const pass = (length: number, stays: boolean) => {
    for (let rest = length; rest > 0; ) {
      const part = parts[index];
      if (!part) return;
      const taken = Math.min(rest, part.length - used);
      if (stays) add(taken, part.mark);
      [used, rest] = [used + taken, rest - taken];
      if (used === part.length) [index, used] = [index + 1, 0];
    }
  };
  let at = 0;
  change.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    pass(fromA - at, true);
    pass(toA - fromA, false);
    add(inserted.length, mark);
    at = toA;
  }, true);
  pass(change.length - at, true);
  return result;
}
