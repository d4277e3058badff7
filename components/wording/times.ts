// Times, durations and numbers in the language that is spoken.

import { duration as durationIn, timeOfDay as timeIn } from '../../party/shared/format-time.js';
import { speech, translated } from './words.js';

/** `19:47`. */
export function timeOfDay(time: number): string {
  return timeIn(time, undefined, speech.now?.tag);
}

/** Duration of a run: `85 ms`, `1.2 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  return durationIn(ms, translated);
}

/** `12,345`. */
export function number(count: number): string {
  return count.toLocaleString(speech.now?.tag ?? 'en');
}
