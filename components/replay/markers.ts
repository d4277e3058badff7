// The markers of a replay: moments with a name, made by one table from what happened.

import type { Found, Happened } from './marker.js';
import { activityMarkers, focusMarkers } from './marker-activity.js';
import { questionMarkers } from './marker-questions.js';
import { runMarkers, testMarkers } from './marker-runs.js';
import { timerMarkers } from './marker-timer.js';
import {
  chatMarkers,
  helpMarkers,
  momentMarkers,
  noteMarkers,
  proposalMarkers,
  scoreMarkers,
  talkMarkers,
} from './marker-words.js';

/** Beyond so many the list would be of no use. */
const MOST = 3_000;

export interface Marker extends Found {
  readonly kind: MarkerKind;
}

/** A kind: its name in the filter, and its markers in a recording. A further kind is one more line here. */
const KINDS = {
  question: ['Questions', questionMarkers],
  run: ['Runs', runMarkers],
  test: ['Tests', testMarkers],
  moment: ['Moments', momentMarkers],
  note: ['Notes', noteMarkers],
  chat: ['Chat', chatMarkers],
  focus: ['Private time', focusMarkers],
  activity: ['Activity', activityMarkers],
  talk: ['AI', talkMarkers],
  proposal: ['Proposals', proposalMarkers],
  score: ['Scorecards', scoreMarkers],
  timer: ['Timer', timerMarkers],
  help: ['Help of the editor', helpMarkers],
} as const satisfies Record<string, readonly [name: string, find: (happened: Happened) => Found[]]>;

export type MarkerKind = keyof typeof KINDS;

export function markerName(kind: MarkerKind): string {
  return KINDS[kind][0];
}

/** In order of time. */
export function markersOf(happened: Happened): Marker[] {
  const all = Object.entries(KINDS).flatMap(([kind, [, find]]) =>
    find(happened).map((found) => ({ ...found, kind: kind as MarkerKind })),
  );
  return all.sort((one, other) => one.time - other.time).slice(0, MOST);
}
