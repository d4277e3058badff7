/** Takes what people post: checks it, says who posted it and when, and writes it into its document. */

import { EditRefused } from '../document/document.js';
import {
  ENTRY_LIMITS,
  MOMENT_KINDS,
  readTimer,
  type Stamp,
  type Timer,
  type TimerChange,
  type TimerPhase,
} from '../shared/entries.js';
import {
  ACTIVITY_DOCUMENT,
  CHAT_DOCUMENT,
  FOCUS_DOCUMENT,
  INTERVIEWER_CHAT_DOCUMENT,
  MOMENTS_DOCUMENT,
  TIMER_DOCUMENT,
} from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import type { Action } from '../shared/roles.js';
import type { ClientMessage } from '../shared/wire/client-message.js';
import { noteActivity } from './activity.js';
import { appendEntry, stampOf } from './entry-lines.js';
import { changeFocus, focusAction, tellFocus } from './focus.js';
import { write } from './own-edits.js';
import { tellOwnLines } from './own-lines.js';
import { EntryRefused, entryIn, mayPost, nameIn, textIn } from './posted.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

/** Characters of a person's id; the room's own have fewer. */
const PERSON_LENGTH = 64;

/** What a document takes, and from whom. */
interface EntryKind {
  action: Action | ((entry: Record<string, unknown>) => Action);
  /** What the document reads when the entry has come; `files`: names that its author may read. Throws EntryRefused. */
  add(text: string, entry: Record<string, unknown>, stamp: Stamp, files: readonly string[]): string;
}

const KINDS: ReadonlyMap<number, EntryKind> = new Map([
  [TIMER_DOCUMENT, { action: 'lead', add: changeTimer }],
  [CHAT_DOCUMENT, { action: 'chat', add: addChatMessage }],
  [INTERVIEWER_CHAT_DOCUMENT, { action: 'edit-notes', add: addChatMessage }],
  [MOMENTS_DOCUMENT, { action: 'edit-notes', add: addMoment }],
  [FOCUS_DOCUMENT, { action: focusAction, add: changeFocus }],
  [ACTIVITY_DOCUMENT, { action: 'note-activity', add: noteActivity }],
]);

export function post(room: Room, connection: RoomConnection, message: Extract<ClientMessage, { type: 'post' }>): void {
  const { request, document: id } = message;
  const kind = KINDS.get(id);
  const document = room.visibleDocument(connection, id);
  const refuse = (reason: 'unknown' | 'invalid' | 'busy', sentence: string) =>
    room.refuse(connection, message, request, reason, sentence);
  if (!kind || !document) return refuse('unknown', sentenceFor('no-file'));
  const entry = entryIn(message.entry);
  const action = typeof kind.action === 'string' ? kind.action : kind.action(entry ?? {});
  if (!room.authorize(connection, action, message, request)) return;
  if (!entry) return refuse('invalid', sentenceFor('entry-unreadable'));
  if (!mayPost(room, connection, message.entry.length)) return refuse('busy', sentenceFor('posted-often'));
  const stamp = stampOf(room, document, connection.person);
  try {
    const files = room.files.of(connection.role).map((file) => room.fileName(file.document));
    write(room, document, kind.add(document.text.toString(), entry, stamp, files));
  } catch (error) {
    // What people say to lines of the log may fill it.
    if (error instanceof EditRefused) return room.refuse(connection, message, request, error.reason, error.message);
    if (!(error instanceof EntryRefused)) throw error;
    return refuse('invalid', error.message);
  }
  if (id === ACTIVITY_DOCUMENT) tellOwnLines(room, document);
  // Whoever sees a time of the room's has to know how late it is there.
  if (id === TIMER_DOCUMENT || id === FOCUS_DOCUMENT) room.broadcast({ type: 'clock', now: room.clock.now() });
  if (id === FOCUS_DOCUMENT && ('start' in entry || 'end' in entry)) tellFocus(room);
  connection.send({ type: 'done', request, document: id });
}

/** The timer that a room is made with; interviewers start it. */
export function putTimer(room: Room, phases: readonly TimerPhase[]): void {
  const document = room.documents.get(TIMER_DOCUMENT);
  if (document && phases.length > 0) write(room, document, changeTimer('', { phases }, stampOf(room, document, '')));
}

function addChatMessage(text: string, entry: Record<string, unknown>, stamp: Stamp): string {
  const words = textIn(entry.text);
  if (words.trim() === '') throw new EntryRefused(sentenceFor('chat-empty'));
  return appendEntry(text, { ...stamp, text: words });
}

function addMoment(text: string, entry: Record<string, unknown>, stamp: Stamp): string {
  const kind = MOMENT_KINDS.find((one) => one === entry.kind);
  if (!kind) throw new EntryRefused(sentenceFor('entry-unreadable'));
  const file = nameIn(entry.file);
  const version = typeof entry.version === 'number' && Number.isSafeInteger(entry.version) ? entry.version : 0;
  return appendEntry(text, { ...stamp, kind, text: textIn(entry.text), file, version });
}

/** An entry `{"phases":[]}` takes the timer away. */
function changeTimer(text: string, entry: Record<string, unknown>, { at }: Stamp): string {
  const before = readTimer(text) ?? { phases: [], startedAt: null, pausedAt: null, extraMinutes: 0, extraFor: {} };
  const { phases, running, extraMinutes, extraFor } = timerChange(entry);
  const timer: Timer = { ...before };
  if (phases) Object.assign(timer, { phases, startedAt: null, pausedAt: null });
  if (phases && extraMinutes === undefined) timer.extraMinutes = 0;
  if (extraMinutes !== undefined) timer.extraMinutes = extraMinutes;
  if (extraFor) timer.extraFor = changedExtra(timer.extraFor, extraFor);
  if (timer.phases.length === 0) return '';
  if (running === true) {
    if (timer.startedAt === null) timer.startedAt = at;
    // What it has stood still does not count.
    else if (timer.pausedAt !== null) timer.startedAt += at - timer.pausedAt;
    timer.pausedAt = null;
  } else if (running === false && timer.startedAt !== null) timer.pausedAt ??= at;
  return JSON.stringify(timer);
}

/** Two interviewers may give time to two people at the same moment. Throws EntryRefused. */
function changedExtra(before: Timer['extraFor'], changes: Timer['extraFor']): Timer['extraFor'] {
  const all = new Map([...Object.entries(before), ...Object.entries(changes)]);
  const left = [...all].filter(([, minutes]) => minutes !== 0);
  const { people } = ENTRY_LIMITS;
  if (left.length > people) throw new EntryRefused(sentenceFor('timer-people', { people }));
  return Object.fromEntries(left);
}

function timerChange({ phases, running, extraMinutes, extraFor }: Record<string, unknown>): TimerChange {
  const change: TimerChange = {};
  if (phases !== undefined) change.phases = phasesIn(phases);
  if (running !== undefined) change.running = running === true;
  if (extraMinutes !== undefined) change.extraMinutes = minutesIn(extraMinutes, true);
  if (extraFor !== undefined) {
    const people = extraFor !== null && typeof extraFor === 'object' ? Object.entries(extraFor) : [];
    if (people.some(([person]) => person.length > PERSON_LENGTH))
      throw new EntryRefused(sentenceFor('entry-unreadable'));
    change.extraFor = Object.fromEntries(people.map(([person, minutes]) => [person, minutesIn(minutes, true)]));
  }
  return change;
}

function phasesIn(phases: unknown): TimerPhase[] {
  if (!Array.isArray(phases) || phases.length > ENTRY_LIMITS.phases)
    throw new EntryRefused(sentenceFor('timer-phases', { phases: ENTRY_LIMITS.phases }));
  return phases.map((phase: unknown) => {
    const { name, minutes } = (phase ?? {}) as Record<string, unknown>;
    if (typeof name !== 'string') throw new EntryRefused(sentenceFor('timer-phases', { phases: ENTRY_LIMITS.phases }));
    return { name: nameIn(name, ENTRY_LIMITS.phaseName), minutes: minutesIn(minutes, false) };
  });
}

function minutesIn(value: unknown, orNone: boolean): number {
  const minutes = typeof value === 'number' && Number.isFinite(value) ? Math.round(value * 10) / 10 : Number.NaN;
  if (!(minutes <= ENTRY_LIMITS.minutes && (orNone ? minutes >= -ENTRY_LIMITS.minutes : minutes > 0)))
    throw new EntryRefused(sentenceFor('timer-minutes'));
  return minutes;
}
