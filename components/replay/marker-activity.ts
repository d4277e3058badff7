// Markers of private time, and of the activity log.
import { ACTIVITY_KINDS, type ActivityEntry } from '../../party/shared/activity.js';
import { activityWords } from '../wording/activity-text.js';
import { t } from '../wording/words.js';
import type { FoundMarker, MarkerSource } from './marker.js';
import { privateStretches } from './private-stretches.js';

/** The beginning and the end of each stretch. */
export function focusMarkers(happened: MarkerSource): FoundMarker[] {
  return privateStretches(happened).flatMap(({ name, by, from, to }) => [
    { time: from, label: t('{name} thinks in private', { name }), person: by },
    ...(to <= happened.duration
      ? [{ time: to, label: t('{name} is back from private time', { name }), person: by }]
      : []),
  ]);
}

/** In the words that everybody has read; a line that grew counts as it was in the end. */
export function activityMarkers({ events }: MarkerSource): FoundMarker[] {
  const lines = new Map<number, FoundMarker>();
  for (const { time, kind, data } of events) {
    if (kind !== 'activity' || !isStamped(data) || !isActivity(data)) continue;
    const { id, by, name, why } = data;
    const label = `${name}: ${activityWords(data)}${typeof why === 'string' && why ? ` (“${why}”)` : ''}`;
    lines.set(id, { time: lines.get(id)?.time ?? time, label, person: by });
  }
  return [...lines.values()];
}

function isStamped(data: unknown): data is Record<string, unknown> & { id: number; by: string; name: string } {
  if (data === null || typeof data !== 'object') return false;
  const { id, by, name } = data as Record<string, unknown>;
  return typeof id === 'number' && typeof by === 'string' && typeof name === 'string';
}

function isActivity(data: Record<string, unknown>): data is ActivityEntry & Record<string, unknown> {
  const { kind, file, count, characters, lines, line, seconds } = data;
  const numbers = [count, characters, lines, line, seconds].every((value) => typeof value === 'number');
  return ACTIVITY_KINDS.some((known) => known === kind) && typeof file === 'string' && numbers;
}
