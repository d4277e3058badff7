// Markers of what people wrote beside the code: chat, notes, moments, questions to the AI, proposals and scorecards; and how much the editor helped.
import { type ChatEntry, MOMENT_KINDS, type MomentEntry } from '../../party/shared/entries.js';
import { table } from '../../party/shared/languages.js';
import type { TalkQuestion } from '../../party/shared/talk.js';
import { momentWord } from '../wording/moment-words.js';
import { t, translated, type Words } from '../wording/words.js';
import type { FoundMarker, MarkerSource } from './marker.js';

/** Notes written with shorter pauses are one marker. */
const PAUSE_MS = 60_000;
const HELP = table({ none: 'none', basic: 'words and brackets', full: 'all tools' } satisfies Words);

export function chatMarkers({ events }: MarkerSource): FoundMarker[] {
  return events.flatMap(({ time, kind, data }) => {
    if (kind !== 'chat' && kind !== 'interviewer-chat') return [];
    const entry = entryOf<ChatEntry>(data);
    if (!entry) return [];
    const { name } = entry;
    const who = kind === 'chat' ? name : t('{name} (to interviewers)', { name });
    return { time, label: `${who}: ${entry.text}`, person: entry.by };
  });
}

export function momentMarkers({ events }: MarkerSource): FoundMarker[] {
  return events.flatMap(({ time, kind, data }) => {
    const entry = kind === 'moments' ? entryOf<MomentEntry>(data) : null;
    const known = MOMENT_KINDS.find((word) => word === entry?.kind);
    if (!entry || !known) return [];
    const words = entry.text ? `: ${entry.text}` : '';
    return { time, label: `${momentWord(known)}${words}`, person: entry.by };
  });
}

export function noteMarkers(happened: MarkerSource): FoundMarker[] {
  const notes = happened.text('notes');
  // What the room itself puts in, such as a hint that was given, is nobody's writing, and no pause in it either.
  const edits = notes?.edits.filter(({ person }) => person !== null) ?? [];
  return edits.flatMap(({ time, person }, index) => {
    const before = edits[index - 1];
    if (before && time - before.time < PAUSE_MS) return [];
    const by = happened.person(person);
    return { time, label: t('{name} writes notes', { name: by?.name ?? t('Somebody') }), person: by?.id ?? '' };
  });
}

export function helpMarkers({ events }: MarkerSource): FoundMarker[] {
  return events.flatMap(({ time, kind, data }) => {
    const words = kind === 'help' && typeof data === 'string' ? HELP[data] : undefined;
    return words ? { time, label: t('Help of the editor: {help}', { help: translated(words) }), person: '' } : [];
  });
}

/** What people asked of the AI. */
export function talkMarkers({ events }: MarkerSource): FoundMarker[] {
  return events.flatMap(({ time, kind, data }) => {
    const entry = kind === 'talk' ? entryOf<TalkQuestion>(data) : null;
    if (entry?.kind !== 'question') return [];
    return { time, label: t('{name} asks the AI: {text}', { name: entry.name, text: entry.text }), person: entry.by };
  });
}

const PROPOSALS = table({
  proposed: '{name} proposes a change',
  accepted: '{name} accepts a proposal',
  declined: '{name} declines a proposal',
} satisfies Words);

export function proposalMarkers({ events }: MarkerSource): FoundMarker[] {
  return events.flatMap(({ time, kind, data }) => {
    if (kind !== 'proposals' || !isStamped(data)) return [];
    const words = typeof data.kind === 'string' ? PROPOSALS[data.kind] : undefined;
    const why = typeof data.why === 'string' && data.why !== '' ? `: ${data.why}` : '';
    return words ? { time, label: `${translated(words, { name: data.name })}${why}`, person: data.by } : [];
  });
}

/** Scorecards that were handed in. */
export function scoreMarkers({ events }: MarkerSource): FoundMarker[] {
  return events.flatMap(({ time, kind, data }) =>
    kind === 'scores' && isStamped(data)
      ? { time, label: t('{name} hands in a scorecard', { name: data.name }), person: data.by }
      : [],
  );
}

function isStamped(data: unknown): data is { by: string; name: string; [field: string]: unknown } {
  if (data === null || typeof data !== 'object') return false;
  const { by, name } = data as Record<string, unknown>;
  return typeof by === 'string' && typeof name === 'string';
}

function entryOf<T extends ChatEntry>(data: unknown): T | null {
  return isStamped(data) && typeof data.text === 'string' ? (data as object as T) : null;
}
