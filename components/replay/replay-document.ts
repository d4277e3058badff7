// One text of a replay at any time in its history, with keyframes for fast seeking.
import { type ChangeSet, Text } from '@codemirror/state';
import { applyChange, composeAll } from '../../party/shared/text-change.js';
import { lastUpTo } from './replay-timeline.js';

/** Distance of keyframes, in edits plus places: what a jump takes at most. */
const APART = 250;
/** Maximum number of keyframes, however long the history. */
const KEPT = 150;

/** `time`: milliseconds since the start; `person`: index in the list of people, null: the room. */
export interface Edit {
  readonly time: number;
  readonly person: number | null;
  readonly change: ChangeSet;
  /** The number of places it changes. */
  readonly places: number;
}

/** A text, after so many edits. */
interface Keyframe {
  count: number;
  text: Text;
}

export class ReplayDocument {
  readonly #keyframes: Keyframe[] = [{ count: 0, text: Text.empty }];
  readonly #times: number[];

  readonly #apart: number;
  #following: number | undefined;

  /** The first edit is of an empty text, and each of what the one before made. */
  constructor(readonly edits: readonly Edit[]) {
    this.#times = edits.map(({ time }) => time);
    const all = edits.reduce((sum, { places }) => sum + 1 + places, 0);
    this.#apart = Math.max(APART, all / KEPT);
  }

  /** Number of edits up to this time. */
  countAt(time: number): number {
    const first = this.#times[0];
    return first === undefined || time < first ? 0 : lastUpTo(this.#times, time) + 1;
  }

  /** The text after so many edits. */
  textAt(count: number): Text {
    while (this.#next() <= count) this.prepare();
    const counts = this.#keyframes.map((keyframe) => keyframe.count);
    return this.#textFrom(this.#keyframes[lastUpTo(counts, count)] as Keyframe, count);
  }

  /** Makes one more keyframe, so that a later jump need not. False: there are all. */
  prepare(): boolean {
    const count = this.#next();
    if (count === Infinity) return false;
    this.#keyframes.push({ count, text: this.#textFrom(this.#keyframes.at(-1) as Keyframe, count) });
    this.#following = undefined;
    return true;
  }

  /** The last edit up to this time. */
  lastEdit(time: number): Edit | undefined {
    return this.edits[this.countAt(time) - 1];
  }

  /** After how many edits the next keyframe is due; Infinity: never. */
  #next(): number {
    if (this.#following !== undefined) return this.#following;
    let [count, work] = [this.#keyframes.at(-1)?.count ?? 0, 0];
    for (; count < this.edits.length && work < this.#apart; count++) work += 1 + (this.edits[count]?.places ?? 0);
    this.#following = work < this.#apart ? Infinity : count;
    return this.#following;
  }

  #textFrom({ count: from, text }: Keyframe, count: number): Text {
    const change = composeAll(this.edits.slice(from, count).map((edit) => edit.change));
    return change ? applyChange(change, text) : text;
  }
}
