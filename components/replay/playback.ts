// The playing of a recording: position and rate, with long pauses skipped if wanted.
import type { Recording } from './recording.js';
import { ReplayTimeline } from './replay-timeline.js';

export const RATES = [0.5, 1, 2, 4, 8, 16, 32] as const;

export class Playback {
  /** The time line that is shown, in milliseconds since the start. */
  #timeline = new ReplayTimeline([0], true);
  #times: readonly number[] = [0];
  #duration = 0;
  #position = 0;
  #rate = 1;
  #skips = true;
  #playing = false;
  #frame = 0;

  /** `changed` is called after every change. */
  constructor(private readonly changed: () => void) {}

  open(recording: Recording | undefined): void {
    this.pause();
    this.#times = recording?.times ?? [0];
    this.#duration = recording?.duration ?? 0;
    this.#position = 0;
    this.#wind();
    this.changed();
  }

  get playing(): boolean {
    return this.#playing;
  }

  get rate(): number {
    return this.#rate;
  }

  set rate(rate: number) {
    this.#rate = Math.max(RATES[0], Math.min(rate || 1, RATES[RATES.length - 1] ?? 1));
    this.changed();
  }

  get duration(): number {
    return this.#duration;
  }

  /** Milliseconds since the start. */
  get position(): number {
    return this.#position;
  }

  /** The place on the time line that is shown, and the length of that: without what is skipped. */
  get place(): number {
    return this.placeOf(this.#position);
  }

  get length(): number {
    return this.#timeline.length;
  }

  placeOf(position: number): number {
    return this.#timeline.placeOf(position);
  }

  positionAt(place: number): number {
    return this.#timeline.timeAt(place);
  }

  /** Pauses in which nothing happens are skipped. */
  get skips(): boolean {
    return this.#skips;
  }

  set skips(skips: boolean) {
    this.#skips = skips;
    this.#wind();
    this.changed();
  }

  seek(position: number): void {
    if (Number.isNaN(position)) return;
    this.#position = Math.max(0, Math.min(position, this.#duration));
    if (this.#position >= this.#duration) this.pause();
    this.changed();
  }

  /** To the time at which something happened before or after. */
  step(by: 1 | -1): void {
    const times = this.#times;
    const found =
      by > 0 ? times.find((time) => time > this.#position) : times.findLast((time) => time < this.#position);
    if (found !== undefined) this.seek(found);
  }

  play(rate = this.#rate): void {
    if (!this.#playing && this.#duration > 0) this.#begin();
    this.rate = rate;
  }

  /** To the next rate. */
  changeRate(by: 1 | -1): void {
    const rates: readonly number[] = RATES;
    const next = by > 0 ? rates.find((rate) => rate > this.#rate) : rates.findLast((rate) => rate < this.#rate);
    this.rate = next ?? this.#rate;
  }

  pause(): void {
    if (!this.#playing) return;
    this.#playing = false;
    cancelAnimationFrame(this.#frame);
    this.changed();
  }

  #begin(): void {
    if (this.#position >= this.#duration) this.#position = 0;
    this.#playing = true;
    let before = performance.now();
    const tick = (now: number) => {
      if (!this.#playing) return;
      const passed = Math.max(0, now - before) * this.#rate;
      before = now;
      const frame = this.#frame;
      this.seek(this.positionAt(this.place + passed));
      // Whoever hears of the new position may have paused it, and begun again.
      if (this.#playing && this.#frame === frame) this.#frame = requestAnimationFrame(tick);
    };
    this.#frame = requestAnimationFrame(tick);
  }

  #wind(): void {
    this.#timeline = new ReplayTimeline(this.#times, this.#skips);
  }
}
