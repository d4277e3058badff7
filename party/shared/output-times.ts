/** When the output of a run came: how much of it was there by when. */
import type { Output } from './output.js';

/** Milliseconds since the run began, and the length of the output from then on, both rising. */
export type OutputTimes = [ms: number, length: number][];

/** What comes within so many milliseconds counts as one. */
const APART_MS = 250;
/** Times that are kept of one run; a stored value has space for them beside its output. */
const KEPT = 200;

/** UTF-16 units of all texts, and one for each piece, since a piece may be empty. */
export function outputLength(output: readonly Output[]): number {
  return output.reduce((sum, { text }) => sum + 1 + text.length, 0);
}

/** The output has become so long. */
export function noteTime(times: OutputTimes, ms: number, length: number): void {
  add(times, [ms, length], APART_MS);
  // Of a long run that prints all the time, what came within a hundredth of it is one.
  if (times.length > KEPT) for (const time of times.splice(0)) add(times, time, (2 * ms) / KEPT);
}

function add(times: OutputTimes, [ms, length]: OutputTimes[number], apartMs: number): void {
  const last = times.at(-1);
  if (last && ms - last[0] < apartMs) times[times.length - 1] = [last[0], length];
  else times.push([ms, length]);
}

/** Whether it makes no difference: all of it came when the run ended. */
export function cameAtTheEnd(times: OutputTimes, durationMs: number): boolean {
  return times.every(([ms]) => durationMs - ms < APART_MS);
}

/** Output and when it came: milliseconds since the run began. */
export interface TimedOutput extends Output {
  ms: number;
}

/** Each piece is cut where it went on later. What nothing is known of came at the end. */
export function timedOutput(output: readonly Output[], times: OutputTimes, durationMs: number): TimedOutput[] {
  const pieces: TimedOutput[] = [];
  let [begun, next] = [0, 0];
  for (const { kind, text } of output) {
    const end = begun + outputLength([{ kind, text }]);
    let from = begun;
    do {
      while ((times[next]?.[1] ?? Number.POSITIVE_INFINITY) <= from) next++;
      const [ms, length] = times[next] ?? [durationMs, end];
      const until = Math.min(length, end);
      const part = text.slice(Math.max(0, from - begun - 1), until - begun - 1);
      pieces.push({ kind, text: part, ms: Math.max(0, Math.min(ms, durationMs)) });
      from = until;
    } while (from < end);
    begun = end;
  }
  return pieces;
}
