/** Moderation: carries out interviewers' decisions about people and the room. */

import { ACTIVITY_DOCUMENT, CLOSE, type Refusal } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { may } from '../shared/roles.js';
import { DECISIONS, type Decision } from '../shared/wire/decision.js';
import { isUntold } from './catch-up.js';
import { cancelEnding, endAfterPrivateTime } from './ending.js';
import { sendOwnLines } from './own-lines.js';
import { endRehearsal } from './rehearsal.js';
import type { Room } from './room.js';
import type { RoomConnection } from './room-connection.js';
import { undoAllUnfinished, undoUnfinishedOf } from './unfinished-edits.js';
import { aboutRoom } from './webhooks.js';

/** Why something was refused, and what to do instead. */
interface Objection {
  reason: Extract<Refusal, 'unknown' | 'ended' | 'invalid'>;
  sentence: string;
}

const NOBODY: Objection = { reason: 'unknown', sentence: sentenceFor('person-left') };
const OVER: Objection = { reason: 'ended', sentence: sentenceFor('reopen-first') };

/** The sender has the right; that was checked before. */
export function receiveModeration(room: Room, connection: RoomConnection, decision: Decision): void {
  if (!room.authorize(connection, DECISIONS[decision.type], decision, 0)) return;
  const objection = moderate(room, decision);
  if (objection) room.refuse(connection, decision, 0, objection.reason, objection.sentence);
}

/** Null when it was done, or will be when what somebody wrote in private has come; an unchanged state counts as done. */
export function moderate(room: Room, decision: Decision): Objection | null {
  switch (decision.type) {
    case 'admit':
      return admitPerson(room, decision.person);
    case 'decline':
      return declinePerson(room, decision.person);
    case 'remove':
      return removePerson(room, decision.person);
    case 'assign':
      return assignRole(room, decision);
    case 'lock':
      if (room.record.ended) return OVER;
      room.record.setLocked(decision.locked);
      room.tellState();
      return null;
    case 'end':
      if (decision.ended) endAfterPrivateTime(room, () => setEnded(room, true));
      else {
        cancelEnding(room);
        setEnded(room, false);
      }
      return null;
  }
}

function setEnded(room: Room, ended: boolean): void {
  if (ended) endRun(room);
  if (ended) undoAllUnfinished(room);
  if (ended && !room.record.ended) room.webhooks.tell('room.ended', { room: aboutRoom(room) });
  room.record.setEnded(ended, room.clock.now());
  room.tellState();
  // As whoever comes from now on is: nobody would let them in.
  if (ended && room.record.lobby) room.lobby.turnAwayWhere(CLOSE.gone, sentenceFor('room-over'), () => true);
  endRehearsal(room);
}

/** Ends the current run: the page that carries it out is told, and its further output is dropped. `of` limits it to runs of one person. */
function endRun(room: Room, of?: string): void {
  const { run, roster } = room;
  if (!run.on || !run.record || (of !== undefined && run.record.person !== of)) return;
  roster.byReplica(run.record.replica)?.send({ type: 'stop', run: run.record.run });
  run.end();
}

function admitPerson(room: Room, person: string): Objection | null {
  const applicants = room.lobby.of(person);
  for (const applicant of applicants) room.services.admit(applicant);
  return applicants.length > 0 || room.roster.knows(person) ? null : NOBODY;
}

function declinePerson(room: Room, person: string): Objection | null {
  const { lobby } = room;
  const applicants = lobby.of(person);
  for (const applicant of applicants) lobby.turnAway(applicant, CLOSE.forbidden, sentenceFor('declined'));
  return applicants.length > 0 ? null : NOBODY;
}

function removePerson(room: Room, person: string): Objection | null {
  const { roster, lobby } = room;
  const known = roster.record(person);
  if (known.role === 'interviewer') return { reason: 'invalid', sentence: sentenceFor('interviewer-stays') };
  if (!roster.knows(person) && lobby.of(person).length === 0) return NOBODY;
  roster.remove(person);
  for (const applicant of lobby.of(person)) lobby.turnAway(applicant, CLOSE.forbidden, sentenceFor('removed'));
  for (const connection of roster.of(person)) {
    room.expel(connection, CLOSE.forbidden, sentenceFor('removed'));
    undoUnfinishedOf(room, connection.replica, null);
  }
  room.news.atOnce(person);
  return null;
}

function assignRole(room: Room, { person, role }: Extract<Decision, { type: 'assign' }>): Objection | null {
  const { roster } = room;
  if (!roster.knows(person)) return NOBODY;
  if (role === 'interviewer' || roster.record(person).role === 'interviewer')
    return { reason: 'invalid', sentence: sentenceFor('role-by-link') };
  roster.assign(person, role);
  for (const connection of roster.of(person)) {
    connection.assign(role);
    undoUnfinishedOf(room, connection.replica, role);
  }
  if (!may(role, 'run')) endRun(room, person);
  room.news.atOnce(person);
  // An observer has none of it.
  const log = room.documents.get(ACTIVITY_DOCUMENT);
  if (log && !isUntold(log)) for (const connection of roster.of(person)) sendOwnLines(room, connection, log);
  return null;
}
