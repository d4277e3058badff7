/**
 * One person's copy of a document: what the room has confirmed, what is on its way, and what waits behind it; what it hears of
 * the room, and what is then to be done.
 *
 * Invariant: text = confirmed + inflight + parts + buffer. A state is never changed: `replica.ts` makes the next one.
 */
import { type ChangeSet, Text } from '@codemirror/state';
import { PAGE_LIMITS } from '../../../party/shared/page-limits.js';

/** A confirmed edit that a crash of the room may still take back. */
interface Undurable {
  readonly version: number;
  readonly own: boolean;
  readonly change: ChangeSet;
  readonly inverse: ChangeSet;
}

/** A change on its way to the room. */
interface Inflight {
  readonly author: number;
  readonly sequence: number;
  readonly change: ChangeSet;
}

export interface ReplicaState {
  /** What the person sees. */
  readonly text: Text;
  readonly confirmed: Text;
  readonly version: number;
  /** Up to here nothing can be taken back. */
  readonly durable: number;
  readonly author: number;
  /** Of the last submission. */
  readonly sequence: number;
  /** Only a replica that has caught up may submit. */
  readonly online: boolean;
  readonly inflight: Inflight | null;
  /** What is still to be sent of the edit that `inflight` is a part of. */
  readonly parts: readonly ChangeSet[];
  /** One after the other they take back what the room has confirmed of that edit, the newest first; made on `confirmed`. */
  readonly undo: readonly ChangeSet[];
  /** Edits after that one. */
  readonly buffer: ChangeSet | null;
  readonly tail: readonly Undurable[];
  /** Places of the next submission. */
  readonly places: number;
}

export const EMPTY_REPLICA: ReplicaState = {
  text: Text.empty,
  confirmed: Text.empty,
  version: 0,
  durable: 0,
  author: 0,
  sequence: 0,
  online: false,
  inflight: null,
  parts: [],
  undo: [],
  buffer: null,
  tail: [],
  places: PAGE_LIMITS.changePlaces,
};

/** Of a document that one may not read any more, or that begins anew. */
export const NO_TEXT: TextMessage = { type: 'document', text: Text.empty, version: 0, durable: 0, merge: false };

/** Edits the room has not confirmed yet, each made on the text after the one before, the first on `confirmed`. */
export function pendingEdits({ inflight, parts, buffer }: ReplicaState): readonly ChangeSet[] {
  const edit = inflight ? [inflight.change, ...parts] : parts;
  return buffer ? [...edit, buffer] : edit;
}

/** The room has confirmed every edit of mine. */
export function isSettled(state: ReplicaState): boolean {
  return isUnsent(state) && !state.buffer;
}

/** Nothing of what is pending can be in the room. */
export function isUnsent({ inflight, parts }: ReplicaState): boolean {
  return !inflight && parts.length === 0;
}

/** Every edit of mine is on the room's disk. */
export function isSaved(state: ReplicaState): boolean {
  return isSettled(state) && !state.tail.some((entry) => entry.own && entry.version > state.durable);
}

/** An edit as the room applied it; it is read for the length of the text before. */
export interface ChangeMessage {
  type: 'change';
  version: number;
  author: number;
  sequence: number;
  lag: number;
  change: (length: number) => ChangeSet;
}

/** The room's whole text in place of what was here. Of the same history and version (`merge`), my pending edits are put back on it. */
export interface TextMessage {
  type: 'document';
  text: Text;
  version: number;
  durable: number;
  merge: boolean;
}

export type ReplicaMessage =
  | ChangeMessage
  | TextMessage
  /** Everything up to `durable` is on the room's disk. */
  | { type: 'ack'; durable: number }
  /** The room goes on from version `from`. */
  | { type: 'continue'; from: number; durable: number }
  /** The room does not take this submission. `revert`: what it has of the same edit is to be taken back there. */
  | { type: 'refused'; sequence: number; revert: boolean }
  /** Everything missed has been received: the room knows this replica as `author`, and its submissions up to `sequence`. */
  | { type: 'online'; author: number; sequence: number }
  /** The connection is gone; edits wait. */
  | { type: 'offline' };

export type Effect =
  /** The room has applied a change, giving `version`. */
  | { type: 'confirmed'; version: number; change: ChangeSet }
  /** The text has changed by somebody else's hand, at most once a step: show it. `author` is 0 when it was no single person's edit. */
  | { type: 'show'; change: ChangeSet; author: number }
  /** Send this to the room; `part`: more of the same edit follows. */
  | { type: 'submit'; base: number; sequence: number; change: ChangeSet; part: boolean }
  /** An edit of mine is out: the text that has it, for a copy to be offered. */
  | { type: 'lost'; text: Text }
  /** The room went back further than it promised: only its whole text can follow. */
  | { type: 'diverged'; sentence: string };

export interface Step {
  state: ReplicaState;
  effects: readonly Effect[];
}
