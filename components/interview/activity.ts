// The activity log as this person may read it: interviewers all of it, candidates what is about them; in the order in which it happened.
import { type ActivityEntry, readActivity } from '../../party/shared/activity.js';
import { may } from '../../party/shared/roles.js';
import type { Session } from '../session/session.js';

export function activityOf({ documents: { activity }, role, self }: Session): ActivityEntry[] {
  const all = readActivity(activity.text.toString());
  return may(role, 'replay') ? all : all.filter(({ by }) => by === self?.id);
}
