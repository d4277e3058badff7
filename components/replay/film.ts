// The text of a file at each moment of its history, quick to reach from any other.
import { Text } from '@codemirror/state';
import type { Replay } from '../../party/shared/replay.js';
import { type Entry, readStretch } from '../../party/shared/stretch.js';
import { lastUpTo } from './tape.js';

/** Texts are kept at every so many edits: to reach any other takes fewer. */
const KEYFRAME = 500;
/** Stands for text whose making is not in the log any more. */
const UNKNOWN = '·';

export class Film {
  readonly entries: Entry[] = [];
  /** The log's older stretches were thinned out: what they made is not shown until it is complete again. */
  readonly thinned: boolean = false;
  readonly #texts: Text[] = [Text.empty];
  readonly #times: number[];

  /** Throws FrameError or RangeError when the log is damaged. */
  constructor({ text: last, stretches }: Replay['documents'][number]) {
    let text = Text.empty;
    let version = 0;
    for (const stretch of stretches.map((encoded) => readStretch(fromBase64(encoded)))) {
      if (stretch.base !== version || stretch.length !== text.length) {
        this.thinned = true;
        text = Text.of([UNKNOWN.repeat(stretch.length)]);
        if (this.entries.length === 0) this.#texts[0] = text;
      }
      for (const entry of stretch.entries) {
        text = entry.change.apply(text);
        version = entry.version;
        this.entries.push(entry);
        if (this.entries.length % KEYFRAME === 0) this.#texts.push(text);
      }
    }
    this.#times = this.entries.map(({ time }) => time);
    if (this.entries.length === 0) this.#texts[0] = Text.of(last.split('\n'));
  }

  /** How many edits had been made by then. */
  countAt(time: number): number {
    const first = this.#times[0];
    return first === undefined || time < first ? 0 : lastUpTo(this.#times, time) + 1;
  }

  /** The text after so many edits. */
  textAt(count: number): Text {
    const keyframe = Math.floor(count / KEYFRAME);
    let text = this.#texts[keyframe] ?? Text.empty;
    for (const { change } of this.entries.slice(keyframe * KEYFRAME, count)) {
      // Across a gap in the log the next change fits another text.
      text =
        change.length === text.length ? change.apply(text) : change.apply(Text.of([UNKNOWN.repeat(change.length)]));
    }
    return text;
  }
}

function fromBase64(encoded: string): Uint8Array {
  return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
}
