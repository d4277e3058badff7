/** Entries of a room: what people post into documents that the room alone writes, a line of JSON each, with who posted it and when. */
import { parseJson } from './json.js';

/** What the room adds to every entry. `at`: milliseconds since 1970, by the room's clock. */
export interface Stamp {
  /** Counts up within its document. */
  id: number;
  /** Id of the person, as in `people`. */
  by: string;
  /** What they were called then. */
  name: string;
  at: number;
}

/** A word in the chat. */
export interface ChatEntry extends Stamp {
  text: string;
}

export const MOMENT_KINDS = ['note', 'hint', 'good', 'doubt', 'question'] as const;
export type MomentKind = (typeof MOMENT_KINDS)[number];

/** A moment that interviewers want to find again in the replay, with a word about it if they like. */
export interface MomentEntry extends Stamp {
  kind: MomentKind;
  text: string;
  /** The file the interviewer saw, and its version then. */
  file: string;
  version: number;
}

export interface TimerPhase {
  name: string;
  minutes: number;
}

/** The timer everybody sees. The times are the room's, in milliseconds since 1970. */
export interface Timer {
  phases: TimerPhase[];
  /** When the first phase began, moved on by every pause; null: not started. */
  startedAt: number | null;
  /** Since when it stands still; null: it runs. */
  pausedAt: number | null;
  /** Added to the last phase for everybody. */
  extraMinutes: number;
  /** Added for single people, by their id; nobody is told why. */
  extraFor: Record<string, number>;
}

/** What interviewers change of the timer; what is left out stays. */
export interface TimerChange {
  phases?: TimerPhase[];
  /** Starts it, or lets it stand still. */
  running?: boolean;
  extraMinutes?: number;
  /** Of these people alone; 0 takes theirs away. */
  extraFor?: Record<string, number>;
}

export const ENTRY_LIMITS = {
  /** Characters of a word in the chat, and of what is noted at a moment. */
  text: 2_000,
  /** Phases of a timer, the characters of their names, and the minutes of each and of what is added. */
  phases: 12,
  phaseName: 40,
  minutes: 600,
  /** Characters of the name of a file. */
  fileName: 255,
  /** People who may have time of their own. */
  people: 50,
  /**
   * UTF-8 bytes that a document of entries has at most; then the older half leaves it, and stays in the log.
   * A talk with the AI has as much more as its questions that are being answered take.
   */
  bytes: 128 * 1024,
} as const;

/** In the order in which they were posted. A line that is none is left out. */
export function readEntries<T extends Stamp>(text: string): T[] {
  return text.split('\n').flatMap((line) => {
    const entry = line === '' ? null : parseJson(line);
    return isEntry(entry) ? [entry as T] : [];
  });
}

/** Whether older entries have left their document: its first one had the id `first`. */
export function hasOlder(entries: readonly Pick<Stamp, 'id'>[], first = 1): boolean {
  return entries.length > 0 && entries.every(({ id }) => id > first);
}

/** Null: there is no timer, or none yet. */
export function readTimer(text: string): Timer | null {
  const timer = text === '' ? null : parseJson(text);
  return timer && typeof timer === 'object' && 'phases' in timer ? (timer as Timer) : null;
}

/** How far a timer is. Times are milliseconds. */
interface TimerState {
  /** The phase that is on; past the last one: the last. */
  phase: number;
  /** What is left of it, below 0 when it is over; before the start: all of it. */
  leftMs: number;
  running: boolean;
}

/** `now` by the room's clock; `person`: whose own time counts. */
export function timerState(timer: Timer, now: number, person: string): TimerState {
  const { phases, startedAt, pausedAt, extraMinutes, extraFor } = timer;
  const passed = startedAt === null ? 0 : Math.max(0, (pausedAt ?? now) - startedAt);
  const extra = extraMinutes + (Object.hasOwn(extraFor, person) ? (extraFor[person] ?? 0) : 0);
  let end = 0;
  for (const [phase, { minutes }] of phases.entries()) {
    const last = phase === phases.length - 1;
    end += (minutes + (last ? extra : 0)) * 60_000;
    if (passed < end || last) return { phase, leftMs: end - passed, running: startedAt !== null && pausedAt === null };
  }
  return { phase: 0, leftMs: 0, running: false };
}

function isEntry(value: unknown): value is Stamp {
  return value !== null && typeof value === 'object' && 'id' in value && 'by' in value && 'at' in value;
}
