// The text of one file at any time in its history, with keyframes for fast seeking.
import { Text } from '@codemirror/state';
import { fromBase64 } from '../../party/shared/bytes.js';
import type { Replay } from '../../party/shared/replay.js';
import { applyChange, composeAll, countPlaces } from '../../party/shared/text-change.js';
import { type Entry, readLogSegment } from '../../party/shared/wire/log-segment.js';
import { lastUpTo } from './replay-clock.js';

/** Distance of keyframes, in edits plus places. */
const APART = 2_000;
/** Maximum number of keyframes, however long the history. */
const KEPT = 150;

/** A text, after so many edits. */
interface Keyframe {
  count: number;
  text: Text;
}

export class ReplayDocument {
  readonly entries: Entry[] = [];
  /** Older segments of the log were compacted: there the text changes in larger steps. */
  readonly compacted: boolean = false;
  readonly #keyframes: Keyframe[] = [];
  readonly #times: number[];

  /** Throws FrameError or RangeError when the log is damaged. */
  constructor({ text: last, stretches }: Replay['documents'][number]) {
    /** Indexes of edits whose previous text does not follow from earlier edits: at the start and after gaps. */
    const anew = new Set<number>();
    let [version, length, work] = [0, 0, 0];
    for (const segment of stretches.map((encoded) => readLogSegment(fromBase64(encoded)))) {
      const gap = segment.base !== version || segment.length !== length;
      if (gap) this.compacted = true;
      if (gap || this.entries.length === 0) anew.add(this.entries.length);
      length = segment.length;
      for (const entry of segment.entries) {
        this.entries.push(entry);
        [version, length] = [entry.version, entry.change.newLength];
        work += weigh(entry);
      }
    }
    this.#times = this.entries.map(({ time }) => time);
    this.#keep(anew, Math.max(APART, work / KEPT));
    if (this.entries.length === 0) this.#keyframes.push({ count: 0, text: Text.of(last.split('\n')) });
  }

  /** Number of edits up to this time. */
  countAt(time: number): number {
    const first = this.#times[0];
    return first === undefined || time < first ? 0 : lastUpTo(this.#times, time) + 1;
  }

  /** The text after so many edits. */
  textAt(count: number): Text {
    const counts = this.#keyframes.map((keyframe) => keyframe.count);
    // After a gap the text starts anew, but the text before the gap is shown until then.
    const at = lastUpTo(counts, Math.max(0, count - 1));
    return this.#textFrom(this.#keyframes[at] as Keyframe, count);
  }

  #keep(anew: ReadonlySet<number>, apart: number): void {
    let work = 0;
    for (const [count, entry] of this.entries.entries()) {
      if (anew.has(count)) this.#keyframes.push({ count, text: blank(entry.change.length) });
      else if (work >= apart)
        this.#keyframes.push({ count, text: this.#textFrom(this.#keyframes.at(-1) as Keyframe, count) });
      else {
        work += weigh(entry);
        continue;
      }
      work = weigh(entry);
    }
  }

  #textFrom({ count: from, text }: Keyframe, count: number): Text {
    const change = composeAll(this.entries.slice(from, count).map((entry) => entry.change));
    return change ? applyChange(change, text) : text;
  }
}

function weigh({ change }: Entry): number {
  return 1 + countPlaces(change);
}

/** A text of known length and unknown content; the length is 0 in all of our logs. */
function blank(length: number): Text {
  return Text.of([' '.repeat(length)]);
}
