// One text of a replay at any time in its history, with keyframes for fast seeking.
import { type ChangeSet, Text } from '@codemirror/state';
import { applyChange, composeAll, countPlaces } from '../../party/shared/text-change.js';
import { lastUpTo } from './replay-clock.js';

/** Distance of keyframes, in edits plus places. */
const APART = 2_000;
/** Maximum number of keyframes, however long the history. */
const KEPT = 150;

/** `time`: milliseconds since the start; `person`: index in the list of people, null: the room. */
export interface Edit {
  readonly time: number;
  readonly person: number | null;
  readonly change: ChangeSet;
}

/** A text, after so many edits. */
interface Keyframe {
  count: number;
  text: Text;
}

export class ReplayDocument {
  readonly #keyframes: Keyframe[] = [{ count: 0, text: Text.empty }];
  readonly #times: number[];

  /** The first edit is of an empty text, and each of what the one before made. */
  constructor(readonly edits: readonly Edit[]) {
    this.#times = edits.map(({ time }) => time);
    const weights = edits.map(({ change }) => 1 + countPlaces(change));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const apart = Math.max(APART, all / KEPT);
    let work = 0;
    for (const [count, weight] of weights.entries()) {
      if (work >= apart) {
        this.#keyframes.push({ count, text: this.#textFrom(this.#keyframes.at(-1) as Keyframe, count) });
        work = 0;
      }
      work += weight;
    }
  }

  /** Number of edits up to this time. */
  countAt(time: number): number {
    const first = this.#times[0];
    return first === undefined || time < first ? 0 : lastUpTo(this.#times, time) + 1;
  }

  /** The text after so many edits. */
  textAt(count: number): Text {
    const counts = this.#keyframes.map((keyframe) => keyframe.count);
    return this.#textFrom(this.#keyframes[lastUpTo(counts, count)] as Keyframe, count);
  }

  /** The last edit up to this time. */
  lastEdit(time: number): Edit | undefined {
    return this.edits[this.countAt(time) - 1];
  }

  #textFrom({ count: from, text }: Keyframe, count: number): Text {
    const change = composeAll(this.edits.slice(from, count).map((edit) => edit.change));
    return change ? applyChange(change, text) : text;
  }
}
