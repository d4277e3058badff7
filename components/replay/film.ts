// The text of a file at each moment of its history, quick to reach from any other.
import { Text } from '@codemirror/state';
import type { Replay } from '../../party/shared/replay.js';
import { type Entry, readStretch } from '../../party/shared/stretch.js';
import { lastUpTo } from './tape.js';

/** Texts are kept at every so many edits: to reach any other takes fewer. */
const KEYFRAME = 500;
export class Film {
  readonly entries: Entry[] = [];
  /** Older stretches of the log were thinned out: there the text comes whole, in leaps. */
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
        text = blank(stretch.length);
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
      // After a gap the room begins anew.
      text = change.apply(change.length === text.length ? text : blank(change.length));
    }
    return text;
  }
}

/** A text of which nothing is known but its length, which is 0 in all logs of ours. */
function blank(length: number): Text {
  return Text.of([' '.repeat(length)]);
}

function fromBase64(encoded: string): Uint8Array {
  return Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
}
