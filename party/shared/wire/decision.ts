/** What interviewers decide about people and the room; the HTTP API has the same decisions as the socket. */

import type { Action, Role } from '../roles.js';

export type Decision =
  /** Lets in somebody who waits, or sends them away. */
  | { type: 'admit'; person: string }
  | { type: 'decline'; person: string }
  /** Sends somebody away for good. */
  | { type: 'remove'; person: string }
  /** Makes a candidate an observer, or the other way round. */
  | { type: 'assign'; person: string; role: Role }
  /** Nobody new comes in while the room is locked. */
  | { type: 'lock'; locked: boolean }
  /** Read-only for everybody, or open again. */
  | { type: 'end'; ended: boolean };

/** The right each takes. */
export const DECISIONS = {
  admit: 'admit',
  decline: 'admit',
  remove: 'remove',
  assign: 'assign',
  lock: 'lock',
  end: 'end',
} as const satisfies Record<Decision['type'], Action>;
