/** Formats days, times and durations; the same on pages, in rooms and in reports. Times are milliseconds since 1970. */
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

/** `Started 19:47, ended 19:56 (9 min)`; with the day of the end if it is another day. */
export function startedAndEnded(started: number, ended: number | undefined, zone?: Zone): string {
  const start = `Started ${timeOfDay(started, zone)}`;
  if (ended === undefined) return `${start}, not ended yet`;
  const sameDay = day(started, zone) === day(ended, zone);
  return `${start}, ended ${sameDay ? timeOfDay(ended, zone) : dayAndTime(ended, zone)} (${minutes(ended - started)})`;
}

function minutes(ms: number): string {
  const count = Math.max(0, Math.round(ms / MINUTE_MS));
  if (count < 1) return 'less than 1 min';
  return count < 60 ? `${count} min` : `${Math.floor(count / 60)} h ${count % 60} min`;
}

/** Duration of a run: `85 ms`, `1.2 s`, `2 min 5 s`. */
export function duration(ms: number): string {
  if (ms < 100) return `${ms} ms`;
  if (ms < MINUTE_MS) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
