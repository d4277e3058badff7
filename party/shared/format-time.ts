/** Formats days and times; the same on pages, in rooms and in reports. Times are milliseconds since 1970. */

import { MINUTE_MS } from './time.js';

/** A time zone; undefined is the reader's own. A server does not know it, so it uses UTC. */
type Zone = 'UTC' | undefined;

/** `28 November 2026`. */
export function day(time: number, timeZone?: Zone, language = 'en-GB'): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(time);
}

/** `19:47`. */
export function timeOfDay(time: number, timeZone?: Zone, language = 'en-GB'): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone }).format(time);
}

/** `28 November 2026, 19:47`. */
export function dayAndTime(time: number, timeZone?: Zone, language?: string): string {
  if (language)
    return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(time);
  return `${day(time, timeZone)}, ${timeOfDay(time, timeZone)}`;
}

/** What durations are written with; each is the key of its translations. */
export const DURATION_TEXTS = {
  milliseconds: '{count} ms',
  seconds: '{seconds} s',
  minutes: '{minutes} min {seconds} s',
} as const;

/** `85 ms`, `1.2 s`, `2 min 5 s`. `say` translates a text and fills its values in. */
export function duration(ms: number, say: (text: string, values: Record<string, string | number>) => string): string {
  if (ms < 100) return say(DURATION_TEXTS.milliseconds, { count: ms });
  // What would be written as 60.0 s is a minute.
  if (ms < MINUTE_MS - 50) return say(DURATION_TEXTS.seconds, { seconds: (ms / 1000).toFixed(1) });
  const seconds = Math.round(ms / 1000);
  return say(DURATION_TEXTS.minutes, { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}
