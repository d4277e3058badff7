// The activity log as this person may read it: interviewers all of it, candidates what is about them.
import type { ActivityEntry } from '../../party/shared/activity.js';
import { readEntries } from '../../party/shared/entries.js';
import { may } from '../../party/shared/roles.js';
import type { Session } from '../session/session.js';

export function activityOf({ documents: { activity }, role, self }: Session): ActivityEntry[] {
  const all = readEntries<ActivityEntry>(activity.text.toString());
  return may(role, 'replay') ? all : all.filter(({ by }) => by === self?.id);
}
