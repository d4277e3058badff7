/** Admission policy: whether somebody with a valid token may join, has to wait in the lobby, or is rejected. */
import { type Identity, isRevoked } from '../access/tokens.js';
import type { Peer } from '../engine/platform.js';
import { CLOSE } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { may } from '../shared/roles.js';
import { awaitsInterviewer } from './rehearsal.js';
import type { Room } from './room.js';

type Admission = { to: 'room' } | { to: 'lobby' } | { to: 'rejected'; code: number; sentence: string };

/** For somebody who reconnects more often than any bad network would cause. */
export const TOO_OFTEN = {
  to: 'rejected',
  code: CLOSE.flood,
  sentence: sentenceFor('opened-too-often'),
} as const;

/** Anybody who has been inside may return: a reload or a lost connection never locks anybody out. */
export function admissionPolicy(room: Room, identity: Identity): Admission {
  const { record, roster } = room;
  const { person, role } = identity;
  if (isRevoked(record, identity))
    return { to: 'rejected', code: CLOSE.forbidden, sentence: sentenceFor('access-revoked') };
  if (roster.isRemoved(person)) return { to: 'rejected', code: CLOSE.forbidden, sentence: sentenceFor('removed') };
  // In a room of an embedding team its own tokens decide.
  if (role === 'assistant' && record.kind === 'made' && record.ai === 'off')
    return { to: 'rejected', code: CLOSE.forbidden, sentence: sentenceFor('ai-off') };
  // Roles that may unlock a room can always enter it.
  if (may(role, 'admit') || roster.knows(person)) return { to: 'room' };
  if (record.ended && (record.locked || record.lobby))
    return { to: 'rejected', code: CLOSE.gone, sentence: sentenceFor('room-over') };
  if (record.locked) return { to: 'rejected', code: CLOSE.forbidden, sentence: sentenceFor('room-locked') };
  return { to: record.lobby || awaitsInterviewer(room) ? 'lobby' : 'room' };
}

export function turnAway(
  { refusalCounter }: Room,
  peer: Peer,
  { code, sentence }: Extract<Admission, { to: 'rejected' }>,
): void {
  refusalCounter.count(`closed ${code}`);
  peer.close(code, sentence);
}
