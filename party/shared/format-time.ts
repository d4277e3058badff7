/** Formats days and times; the same on pages, in rooms and in reports. Times are milliseconds since 1970. */

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
