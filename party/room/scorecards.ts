/** Takes interviewers' scorecards: keeps them as their own, and when one is handed in and on disk, shows its author those of the others. */

import type { RoomDocument } from '../document/document.js';
import { readEntries } from '../shared/entries.js';
import { isCount } from '../shared/json.js';
import { utf8Length } from '../shared/plain-text.js';
import { OPEN_SCORECARDS, SCORES_DOCUMENT } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import {
  counts,
  type HandedIn,
  SCORECARD_LIMITS,
  type Score,
  type Scorecard,
  type ScorecardEntry,
} from '../shared/scorecard.js';
import type { ClientMessage } from '../shared/wire/client-message.js';
import { catchUp } from './catch-up.js';
import { write } from './own-edits.js';
import { EntryRefused, entryIn, mayPost, objectIn, textIn } from './posted.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';

/** Characters of a criterion that a sentence names. */
const NAMED = 80;

/** Posted to SCORES_DOCUMENT, a scorecard is handed in; posted to any other, it is kept as one's own. */
export function postScorecard(
  room: Room,
  connection: RoomConnection,
  message: Extract<ClientMessage, { type: 'post' }>,
): void {
  const { request, document } = message;
  const refuse = (reason: 'unknown' | 'invalid' | 'busy', sentence: string) =>
    room.refuse(connection, message, request, reason, sentence);
  // Nobody else hears that there are scorecards.
  if (!room.files.mayRead(connection.role, document)) return refuse('unknown', sentenceFor('no-file'));
  if (!room.authorize(connection, 'edit-notes', message, request)) return;
  if (!mayPost(room, connection, message.entry.length)) return refuse('busy', sentenceFor('posted-often'));
  try {
    const card = scorecardIn(message.entry);
    if (document === SCORES_DOCUMENT) void handIn(room, connection, request, card);
    else connection.send({ type: 'done', request, document: keep(room, connection.person, card) });
  } catch (error) {
    if (!(error instanceof EntryRefused)) throw error;
    refuse('invalid', error.message);
  }
}

/** Throws EntryRefused. */
function keep(room: Room, person: string, card: Scorecard): number {
  const document = room.documents.get(room.scorecards.own(person) ?? 0);
  if (!document) throw new EntryRefused(sentenceFor('scorecards-full', { scorecards: OPEN_SCORECARDS }));
  // Before it is written: nobody has heard of it, and its reader knows it as empty.
  room.scorecards.add(person, document.id);
  const entry: ScorecardEntry = { ...stamp(room, person, document), ...card };
  write(room, document, `${JSON.stringify(entry)}\n`);
  return document.id;
}

/** Throws EntryRefused; what comes after the first wait never rejects. */
function handIn(room: Room, connection: RoomConnection, request: number, card: Scorecard): Promise<void> {
  const document = room.documents.get(SCORES_DOCUMENT);
  if (!document) throw new EntryRefused(sentenceFor('no-file'));
  check(card);
  const { person } = connection;
  const entries = readEntries<HandedIn>(document.text.toString());
  const before = entries.filter(({ by }) => by === person);
  const entry = stamp(room, person, document);
  const times = [...(before.at(-1)?.times ?? []), entry.at];
  // Of each person the first and the last stay in sight; the log keeps all.
  const kept = entries.filter((other) => other.by !== person || other === before[0]);
  const text = [...kept, { ...entry, ...card, times }].map((line) => `${JSON.stringify(line)}\n`).join('');
  if (utf8Length(text) > room.limits.testsBytes) throw new EntryRefused(sentenceFor('scorecard-too-long'));
  write(room, document, text);
  return reveal(room, connection, request, document);
}

/** The others' scores follow when one's own cannot be lost any more. */
async function reveal(room: Room, connection: RoomConnection, request: number, document: RoomDocument): Promise<void> {
  const { person } = connection;
  await room.writeQueue.settled();
  if (!room.scorecards.has(person, document.id)) {
    room.scorecards.add(person, document.id);
    for (const reader of room.roster.of(person))
      if (room.mayRead(reader, document.id))
        for (const message of catchUp(document, null, [], reader.replica)) reader.send(message);
  }
  if (room.roster.has(connection)) connection.send({ type: 'done', request, document: document.id });
}

/** Throws EntryRefused. */
function check({ scores }: Scorecard): void {
  const without = scores.find((score) => score.level > 0 && !counts(score));
  if (without)
    throw new EntryRefused(sentenceFor('score-without-evidence', { criterion: without.criterion.slice(0, NAMED) }));
  if (!scores.some(counts)) throw new EntryRefused(sentenceFor('scorecard-empty'));
}

function stamp({ roster, clock }: Room, person: string, { version }: RoomDocument) {
  return { id: version + 1, by: person, name: roster.record(person).name, at: clock.now() };
}

/** Throws EntryRefused. */
function scorecardIn(json: string): Scorecard {
  const { summary, scores = [] } = entryIn(json) ?? { scores: null };
  if (!Array.isArray(scores) || scores.length > SCORECARD_LIMITS.scores)
    throw new EntryRefused(sentenceFor('entry-unreadable'));
  const card = { scores: scores.map(scoreIn), summary: textIn(summary, SCORECARD_LIMITS.summary) };
  if (utf8Length(JSON.stringify(card)) > SCORECARD_LIMITS.bytes)
    throw new EntryRefused(sentenceFor('scorecard-too-long'));
  return card;
}

function scoreIn(value: unknown): Score {
  const { question = 0, criterion, level = 0, evidence, moment = 0, word } = objectIn(value) ?? {};
  const numbers = isCount(question) && isCount(moment) && isCount(level) && level <= 4;
  const name = textIn(criterion, SCORECARD_LIMITS.criterion).trim();
  if (!numbers || name === '') throw new EntryRefused(sentenceFor('entry-unreadable'));
  const texts = { evidence: textIn(evidence, SCORECARD_LIMITS.text), word: textIn(word, SCORECARD_LIMITS.text) };
  return { question, criterion: name, level, evidence: texts.evidence, moment, word: texts.word };
}
