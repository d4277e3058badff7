/** Interviewers' decisions about people and the room; the same over the socket and the HTTP API. */

import type { Action, Role } from '../roles.js';

export type Decision =
  /** Admits somebody from the lobby, or rejects them. */
  | { type: 'admit'; person: string }
  | { type: 'decline'; person: string }
  /** Removes somebody permanently. */
  | { type: 'remove'; person: string }
  /** Makes a candidate an observer, or the reverse. */
  | { type: 'assign'; person: string; role: Role }
  /** Nobody new can join while the room is locked. */
  | { type: 'lock'; locked: boolean }
  /** Ends the room, which makes it read-only for everybody, or reopens it. */
  | { type: 'end'; ended: boolean };

/** The right that each decision needs. */
export const DECISIONS = {
  admit: 'admit',
  decline: 'admit',
  remove: 'remove',
  assign: 'assign',
  lock: 'lock',
  end: 'end',
} as const satisfies Record<Decision['type'], Action>;
