// Markers of what people wrote beside the code: chat, notes and moments; and how much the editor helped.
import { type ChatEntry, MOMENT_KINDS, type MomentEntry } from '../../party/shared/entries.js';
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

function entryOf<T extends ChatEntry>(data: unknown): T | null {
  if (data === null || typeof data !== 'object') return null;
  const { by, name, text } = data as Partial<T>;
  return [by, name, text].every((value) => typeof value === 'string') ? (data as T) : null;
}
