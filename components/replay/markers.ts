// The markers of a replay: moments with a name, made by one table from what happened.

import { translated, type Word } from '../wording/words.js';
import type { FoundMarker, MarkerSource } from './marker.js';
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

export interface Marker extends FoundMarker {
  readonly kind: MarkerKind;
}

/** A kind: its name in the filter, and its markers in a recording. A further kind is one more line here. */
const KINDS = {
  question: ['Questions' satisfies Word, questionMarkers],
  run: ['Runs' satisfies Word, runMarkers],
  test: ['Tests' satisfies Word, testMarkers],
  moment: ['Moments' satisfies Word, momentMarkers],
  note: ['Notes' satisfies Word, noteMarkers],
  chat: ['Chat' satisfies Word, chatMarkers],
  focus: ['Private time' satisfies Word, focusMarkers],
  activity: ['Activity' satisfies Word, activityMarkers],
  talk: ['AI' satisfies Word, talkMarkers],
  proposal: ['Proposals' satisfies Word, proposalMarkers],
  score: ['Scorecards' satisfies Word, scoreMarkers],
  timer: ['Timer' satisfies Word, timerMarkers],
  help: ['Help of the editor' satisfies Word, helpMarkers],
} as const satisfies Record<string, readonly [name: Word, find: (happened: MarkerSource) => FoundMarker[]]>;

export type MarkerKind = keyof typeof KINDS;

export function markerName(kind: MarkerKind): string {
  return translated(KINDS[kind][0]);
}

/** In order of time. */
export function markersOf(happened: MarkerSource): Marker[] {
  const all = Object.entries(KINDS).flatMap(([kind, [, find]]) =>
    find(happened).map((found) => ({ ...found, kind: kind as MarkerKind })),
  );
  return all.sort((one, other) => one.time - other.time).slice(0, MOST);
}
