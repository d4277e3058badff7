// A private stretch as it is watched afterwards: the texts at any moment of it, with long pauses left out.
import { ChangeSet, Text } from '@codemirror/state';
import type { FocusRecording, FocusWatch } from '../../party/shared/focus.js';
import { t } from '../wording/words.js';

/** What is left of a longer pause. */
const PAUSE_MS = 2_000;

interface Moment {
  /** When, with pauses left out. */
  at: number;
  file: string;
  text: Text;
  /** Where the text has just been changed, as far as something was put in. */
  from: number;
  to: number;
}

export class FocusPlayer {
  readonly #moments: Moment[] = [];
  /** Milliseconds, with pauses left out. */
  readonly length: number;

  /** Null for a recording that cannot be played: it comes from a candidate's page, which may say anything. */
  static of(recording: FocusRecording): FocusPlayer | null {
    try {
      return new FocusPlayer(recording);
    } catch {
      return null;
    }
  }

  private constructor({ files }: FocusRecording) {
    // By document: a file may have been removed, and another of its name made.
    const texts = new Map<unknown, Text>();
    const steps = files.flatMap(({ document, name, steps }) =>
      steps.map(([ms, change]) => ({ ms, document, name, change })),
    );
    let [passed, last] = [0, 0];
    for (const { ms, document, name, change } of steps.sort((one, other) => one.ms - other.ms)) {
      if (!Number.isFinite(ms) || typeof name !== 'string') throw new TypeError(t('This is no step.'));
      passed += Math.min(PAUSE_MS, Math.max(0, ms - last));
      last = ms;
      const made = ChangeSet.fromJSON(change);
      const before = texts.get(document);
      const text = made.apply(before ?? Text.empty);
      texts.set(document, text);
      let [from, to] = [text.length, 0];
      made.iterChangedRanges((_fromA, _toA, fromB, toB) => {
        from = Math.min(from, fromB);
        to = Math.max(to, toB);
      });
      // What was there from the beginning was not written now.
      if (!before) [from, to] = [0, 0];
      this.#moments.push({ at: passed, file: name, text, from: Math.min(from, to), to });
    }
    this.length = passed;
  }

  /** Whose text was changed last by then. */
  at(position: number): Moment | undefined {
    return this.#moments.findLast(({ at }) => at <= position) ?? this.#moments[0];
  }
}

/** Where everybody is now, who watch it together; `now` by the room's clock. */
export function watchPosition({ position, playing, at }: FocusWatch, now: number, length: number): number {
  return Math.min(length, position + (playing ? Math.max(0, now - at) : 0));
}
