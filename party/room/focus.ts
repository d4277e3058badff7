/** Private time: who keeps their edits to themselves, since when and until when; offers of it, what was noted in it, and a stretch that is watched together. */

import type { Stamp } from '../shared/entries.js';
import { ENTRY_LIMITS } from '../shared/entries.js';
import {
  activeStretch,
  endOf,
  FOCUS_LIMITS,
  type FocusLine,
  type FocusOffer,
  type FocusStretch,
  type FocusWatch,
  focusLines,
  isOffer,
  isPiece,
  isStretch,
  isWatch,
} from '../shared/focus.js';
import { utf8Length } from '../shared/plain-text.js';
import { FOCUS_DOCUMENT } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import type { Action } from '../shared/roles.js';
import { MINUTE_MS } from '../shared/time.js';
import type { RoomMessageOf } from '../shared/wire/room-message.js';
import { write } from './own-edits.js';
import { countIn, EntryRefused } from './posted.js';
import type { Room } from './room.js';

/** The longest that a stretch may be. */
const LONGEST_MS = FOCUS_LIMITS.minutes * MINUTE_MS;

type Posted = Record<string, unknown>;

/** Offering is the interviewer's, accepting and ending the candidate's; both may watch. */
export function focusAction(entry: Posted): Action {
  if ('offer' in entry) return 'lead';
  return 'watch' in entry ? 'edit' : 'focus';
}

/** Who keeps their edits to themselves now, and for how long. */
export function focusNow({ documents, clock }: Room): RoomMessageOf<'focus'> {
  const document = documents.get(FOCUS_DOCUMENT);
  const stretch = document?.version && activeStretch(focusLines(document.text.toString()), clock.now());
  return stretch
    ? { type: 'focus', person: stretch.by, left: endOf(stretch) - clock.now() }
    : { type: 'focus', person: '', left: 0 };
}

/** The others are told that something is private, or is not any more, when a crash cannot undo it. */
export function tellFocus(room: Room): void {
  void room.writeQueue.settled().then(() => room.broadcast(focusNow(room)));
}

/** Ends the stretch that is on: its session then sends what was kept back, as that of one does which was over less than `lateMs` ago. Returns whose it was; null when there is none. */
export function releaseFocus(room: Room, lateMs: number): string | null {
  const document = room.documents.get(FOCUS_DOCUMENT);
  const lines = document?.version ? focusLines(document.text.toString()) : [];
  const now = room.clock.now();
  const active = activeStretch(lines, now);
  const stretch = active ?? lines.filter(isStretch).at(-1);
  if (!document || !stretch || now - endOf(stretch) >= lateMs) return null;
  if (active) {
    write(room, document, put(lines.map((line) => (line === active ? { ...active, endedAt: now } : line))));
    room.broadcast({ type: 'clock', now });
  }
  // Its session's own clock may be late.
  tellFocus(room);
  return stretch.by;
}

export function changeFocus(text: string, entry: Posted, stamp: Stamp): string {
  const lines = focusLines(text);
  if ('start' in entry) return put(start(lines, minutesIn(entry.start), stamp));
  if ('end' in entry) return put(end(lines, stamp));
  if ('piece' in entry) return put(keepPiece(lines, entry, stamp));
  if ('watch' in entry) return put(watch(lines, entry, stamp));
  const offers = lines.filter((line) => !isOffer(line));
  if ('decline' in entry || entry.offer === 0) return put(offers);
  const offer: FocusOffer = { ...stamp, offer: minutesIn(entry.offer) };
  return put([...offers, offer]);
}

function start(lines: readonly FocusLine[], minutes: number, stamp: Stamp): FocusLine[] {
  const other = activeStretch(lines, stamp.at);
  if (other) throw new EntryRefused(sentenceFor('focus-on', { name: other.name }));
  const stretch: FocusStretch = { ...stamp, until: stamp.at + Math.round(minutes * MINUTE_MS) };
  return [...lines.filter((line) => !isOffer(line) && !isWatch(line)), stretch];
}

/** One that is over already stays as it was: its time was up while the page said so. */
function end(lines: readonly FocusLine[], { by, at }: Stamp): FocusLine[] {
  const stretch = activeStretch(lines, at);
  if (stretch && stretch.by !== by) throw new EntryRefused(sentenceFor('focus-own'));
  return lines.map((line) => (line === stretch ? { ...stretch, endedAt: at } : line));
}

function keepPiece(lines: readonly FocusLine[], { stretch: id, key, piece }: Posted, stamp: Stamp): FocusLine[] {
  const stretch = lines.filter(isStretch).find((line) => line.id === id);
  if (!stretch) throw new EntryRefused(sentenceFor('focus-unknown'));
  if (stretch.by !== stamp.by || stamp.at < endOf(stretch)) throw new EntryRefused(sentenceFor('focus-own'));
  if (typeof piece !== 'string' || typeof key !== 'string' || key.length > 16 || piece.length > FOCUS_LIMITS.piece)
    throw new EntryRefused(sentenceFor('entry-unreadable'));
  const kept = lines.filter(isPiece).filter((line) => line.stretch === id);
  if (kept.reduce((sum, line) => sum + utf8Length(line.piece), utf8Length(piece)) > FOCUS_LIMITS.recording)
    throw new EntryRefused(sentenceFor('focus-notes-long'));
  return [...lines, { ...stamp, stretch: stretch.id, key, piece }];
}

/** `{"watch":0}` ends it, for everybody. */
function watch(lines: readonly FocusLine[], { watch: id, position, playing }: Posted, stamp: Stamp): FocusLine[] {
  const others = lines.filter((line) => !isWatch(line));
  if (id === 0) return others;
  const stretch = others.filter(isStretch).find((line) => line.id === id);
  if (!stretch || stamp.at < endOf(stretch)) throw new EntryRefused(sentenceFor('focus-unknown'));
  const at = countIn(position, LONGEST_MS);
  const watched: FocusWatch = { ...stamp, watch: stretch.id, position: at, playing: playing === true };
  return [...others, watched];
}

function minutesIn(value: unknown): number {
  const { minutes } = FOCUS_LIMITS;
  if (typeof value !== 'number' || !(value >= 1 && value <= minutes))
    throw new EntryRefused(sentenceFor('focus-minutes', { minutes }));
  return value;
}

/** What passes comes last: so a change of it is short. Where it is too much, recordings of the oldest stretches give way first. */
function put(lines: readonly FocusLine[]): string {
  const passing = (line: FocusLine) => isOffer(line) || isWatch(line);
  let all = [...lines.filter((line) => !passing(line)), ...lines.filter(passing)];
  const written = () => all.map((line) => `${JSON.stringify(line)}\n`).join('');
  while (utf8Length(written()) > ENTRY_LIMITS.bytes) {
    const oldest = all.find(isPiece);
    all = oldest ? all.filter((line) => !isPiece(line) || line.stretch !== oldest.stretch) : all.slice(1);
  }
  return written();
}
