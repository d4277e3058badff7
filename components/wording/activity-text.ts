// The activity log in the language that is spoken.
import { ACTIVITY_NOTICES, type ActivityEntry, type ActivityLevel, activitySaid } from '../../party/shared/activity.js';
import { speech, translated } from './words.js';

export function activityWords(entry: ActivityEntry): string {
  return activitySaid(entry, translated, speech.now?.tag ?? 'en');
}

/** What the log of a room contains. */
export function logWords(level: ActivityLevel): string {
  return translated(ACTIVITY_NOTICES[level]);
}
