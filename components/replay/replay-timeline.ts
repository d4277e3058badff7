// The time line of a replay: the interview's clock, optionally with long pauses cut.

/** Length of a pause when pauses are cut. */
const PAUSE_MS = 2_000;

export class ReplayTimeline {
  /** The place on the time line of each event. */
  readonly #places: number[] = [];

  readonly #times: readonly number[];

  /** `times` are in order, each once. */
  constructor(times: readonly number[], cut: boolean) {
    this.#times = times;
    let [place, before] = [0, times[0] ?? 0];
    for (const time of times) {
      place += cut ? Math.min(time - before, PAUSE_MS) : time - before;
      before = time;
      this.#places.push(place);
    }
  }

  /** In milliseconds. */
  get length(): number {
    return this.#places.at(-1) ?? 0;
  }

  /** The time at a place on the time line, in milliseconds since the start. */
  timeAt(place: number): number {
    const i = lastUpTo(this.#places, place);
    return Math.min(
      (this.#times[i] ?? 0) + Math.max(0, place - (this.#places[i] ?? 0)),
      this.#times[i + 1] ?? Infinity,
    );
  }

  placeOf(time: number): number {
    const i = lastUpTo(this.#times, time);
    return Math.min(
      (this.#places[i] ?? 0) + Math.max(0, time - (this.#times[i] ?? 0)),
      this.#places[i + 1] ?? this.length,
    );
  }
}

/** Index of the last of the sorted numbers that is not above the limit; 0 when all are. */
export function lastUpTo(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
