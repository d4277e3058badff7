// Who wrote which part of a text, at any time.
import type { ChangeSet } from '@codemirror/state';
import { lastUpTo } from './replay-clock.js';
import type { ReplayDocument } from './replay-document.js';

/** A part of a text by one author: index of the person, null for the room, which gives starter code. */
export interface WrittenPart {
  length: number;
  person: number | null;
}

/** Edits between two kept states. */
const APART = 500;

export class Authorship {
  readonly #kept: { count: number; parts: readonly WrittenPart[] }[] = [{ count: 0, parts: [] }];

  constructor(private readonly document: ReplayDocument) {}

  /** The parts of the text after so many edits, from its beginning to its end. */
  after(count: number): readonly WrittenPart[] {
    const counts = this.#kept.map((one) => one.count);
    let { count: at, parts } = this.#kept[lastUpTo(counts, count)] as { count: number; parts: readonly WrittenPart[] };
    for (const { change, person } of this.document.edits.slice(at, count)) {
      parts = written(parts, change, person);
      at++;
      if (at - (this.#kept.at(-1)?.count ?? 0) >= APART) this.#kept.push({ count: at, parts });
    }
    return parts;
  }
}

function written(parts: readonly WrittenPart[], change: ChangeSet, person: number | null): WrittenPart[] {
  const result: WrittenPart[] = [];
  const add = (length: number, by: number | null) => {
    const last = result.at(-1);
    if (length === 0) return;
    if (last && last.person === by) last.length += length;
    else result.push({ length, person: by });
  };
  let [index, used] = [0, 0];
  /** Goes on in the old text by so many units, which stay or not. */
  const pass = (length: number, stays: boolean) => {
    for (let rest = length; rest > 0; ) {
      const part = parts[index];
      if (!part) return;
      const taken = Math.min(rest, part.length - used);
      if (stays) add(taken, part.person);
      [used, rest] = [used + taken, rest - taken];
      if (used === part.length) [index, used] = [index + 1, 0];
    }
  };
  let at = 0;
  change.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    pass(fromA - at, true);
    pass(toA - fromA, false);
    add(inserted.length, person);
    at = toA;
  }, true);
  pass(change.length - at, true);
  return result;
}
