// Markers of what people wrote beside the code: chat, notes and moments; and how much the editor helped.
import { type ChatEntry, MOMENT_KINDS, type MomentEntry } from '../../party/shared/entries.js';
import type { TalkQuestion } from '../../party/shared/talk.js';
import type { Found, Happened } from './marker.js';

/** Notes written with shorter pauses are one marker. */
const PAUSE_MS = 60_000;
const HELP_WORDS: Readonly<Record<string, string>> = { none: 'none', basic: 'words and brackets', full: 'all tools' };
const MOMENT_WORDS: Readonly<Record<MomentEntry['kind'], string>> = {
  note: 'Note',
  hint: 'Hint given',
  good: 'Good',
  doubt: 'Doubt',
  question: 'Question',
};

export function chatMarkers({ events }: Happened): Found[] {
  return events.flatMap(({ time, kind, data }) => {
    if (kind !== 'chat' && kind !== 'interviewer-chat') return [];
    const entry = entryOf<ChatEntry>(data);
    if (!entry) return [];
    const to = kind === 'chat' ? '' : ' (to interviewers)';
    return { time, label: `${entry.name}${to}: ${entry.text}`, person: entry.by };
  });
}

export function momentMarkers({ events }: Happened): Found[] {
  return events.flatMap(({ time, kind, data }) => {
    const entry = kind === 'moments' ? entryOf<MomentEntry>(data) : null;
    const known = MOMENT_KINDS.find((word) => word === entry?.kind);
    if (!entry || !known) return [];
    const words = entry.text ? `: ${entry.text}` : '';
    return { time, label: `${MOMENT_WORDS[known]}${words}`, person: entry.by };
  });
}

export function noteMarkers(happened: Happened): Found[] {
  const notes = happened.text('notes');
  const edits = notes?.edits ?? [];
  return edits.flatMap(({ time, person }, index) => {
    const before = edits[index - 1];
    if (person === null || (before && time - before.time < PAUSE_MS)) return [];
    const by = happened.person(person);
    return { time, label: `${by?.name ?? 'Somebody'} writes notes`, person: by?.id ?? '' };
  });
}

export function helpMarkers({ events }: Happened): Found[] {
  return events.flatMap(({ time, kind, data }) => {
    const words = kind === 'help' ? HELP_WORDS[String(data)] : undefined;
    return words ? { time, label: `Help of the editor: ${words}`, person: '' } : [];
  });
}

/** What people asked of the AI. */
export function talkMarkers({ events }: Happened): Found[] {
  return events.flatMap(({ time, kind, data }) => {
    const entry = kind === 'talk' ? entryOf<TalkQuestion>(data) : null;
    if (entry?.kind !== 'question') return [];
    return { time, label: `${entry.name} asks the AI: ${entry.text}`, person: entry.by };
  });
}

const PROPOSAL_WORDS: Readonly<Record<string, string>> = {
  proposed: 'proposes a change',
  accepted: 'accepts a proposal',
  declined: 'declines a proposal',
};

export function proposalMarkers({ events }: Happened): Found[] {
  return events.flatMap(({ time, kind, data }) => {
    if (kind !== 'proposals' || !isStamped(data)) return [];
    const words = PROPOSAL_WORDS[String(data.kind)];
    const why = typeof data.why === 'string' && data.why !== '' ? `: ${data.why}` : '';
    return words ? { time, label: `${data.name} ${words}${why}`, person: data.by } : [];
  });
}

/** Scorecards that were handed in. */
export function scoreMarkers({ events }: Happened): Found[] {
  return events.flatMap(({ time, kind, data }) =>
    kind === 'scores' && isStamped(data) ? { time, label: `${data.name} hands in a scorecard`, person: data.by } : [],
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
