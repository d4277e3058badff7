/** What interviewers decide about people and the room; the HTTP API has the same decisions as the socket. */

import { type Action, ROLES, type Role } from '../roles.js';
import { FrameError, type Reader, type Writer } from './codec.js';

export type Decision =
  /** Lets in somebody who waits, or sends them away. */
  | { type: 'admit' | 'decline'; person: string }
  /** Sends somebody away for good. */
  | { type: 'remove'; person: string }
  /** Makes a candidate an observer, or the other way round. */
  | { type: 'assign'; person: string; role: Role }
  /** Nobody new comes in while the room is locked. */
  | { type: 'lock'; locked: boolean }
  /** Read-only for everybody, or open again. */
  | { type: 'end'; ended: boolean };

/** In the order of their numbers on the wire, and the right each takes. */
export const DECISIONS = {
  admit: 'admit',
  decline: 'admit',
  remove: 'remove',
  assign: 'assign',
  lock: 'lock',
  end: 'end',
} as const satisfies Record<Decision['type'], Action>;

export function writeDecision(w: Writer, decision: Decision): void {
  if (decision.type === 'lock') w.flag(decision.locked);
  else if (decision.type === 'end') w.flag(decision.ended);
  else w.text(decision.person);
  if (decision.type === 'assign') w.byte(ROLES.indexOf(decision.role));
}

export function readDecision(type: Decision['type'], r: Reader, limit: number): Decision {
  if (type === 'lock') return { type, locked: r.flag() };
  if (type === 'end') return { type, ended: r.flag() };
  const person = r.text(limit);
  if (type !== 'assign') return { type, person };
  const role = ROLES[r.byte()];
  if (!role) throw new FrameError('A role is interviewer, candidate or observer.');
  return { type, person, role };
}
