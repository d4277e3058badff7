// The activity log in the language that is spoken.
import { type ActivityEntry, activitySaid, LOG_WORDS, type LogLevel } from '../../party/shared/activity.js';
import { speech, translated } from './words.js';

export function activityWords(entry: ActivityEntry): string {
  return activitySaid(entry, translated, speech.now?.tag ?? 'en');
}

/** What the log of a room contains. */
export function logWords(level: LogLevel): string {
  return translated(LOG_WORDS[level]);
}
