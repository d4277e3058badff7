// Times, durations and numbers in the language that is spoken.

import { timeOfDay as timeIn } from '../../party/shared/format-time.js';
import { MINUTE_MS } from '../../party/shared/time.js';
import { speech, t } from './words.js';

/** `19:47`. */
export function timeOfDay(time: number): string {
  return timeIn(time, undefined, speech.now?.tag);
}

/** Duration of a run: `85 ms`, `1.2 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 100) return t('{count} ms', { count: ms });
  if (ms < MINUTE_MS) return t('{seconds} s', { seconds: (ms / 1000).toFixed(1) });
  const seconds = Math.round(ms / 1000);
  return t('{minutes} min {seconds} s', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

/** `12,345`. */
export function number(count: number): string {
  return count.toLocaleString(speech.now?.tag ?? 'en');
}
