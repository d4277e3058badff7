/**
 * One person's copy of a document: what the room has confirmed, what is in flight, and what is buffered; also its messages
 * and effects.
 *
 * Invariant: text = confirmed + inflight + parts + buffer. States are immutable; `replica.ts` creates the next one.
 */
import { type ChangeSet, Text } from '@codemirror/state';
import { PAGE_LIMITS } from '../../../party/shared/page-limits.js';

/** A confirmed edit that a crash of the room may undo. */
interface Undurable {
  readonly version: number;
  readonly own: boolean;
  readonly change: ChangeSet;
  readonly inverse: ChangeSet;
}

/** A change that was sent and not confirmed yet. */
interface Inflight {
  readonly author: number;
  readonly sequence: number;
  readonly change: ChangeSet;
}

export interface ReplicaState {
  /** The visible text. */
  readonly text: Text;
  readonly confirmed: Text;
  readonly version: number;
  /** Versions up to here can never be undone. */
  readonly durable: number;
  readonly author: number;
  /** Of the last submission. */
  readonly sequence: number;
  /** A replica may submit only when it is in sync. */
  readonly online: boolean;
  /** New edits are kept here for the moment: this person is in private time. */
  readonly held: boolean;
  readonly inflight: Inflight | null;
  /** The remaining parts of the edit that `inflight` is a part of. */
  readonly parts: readonly ChangeSet[];
  /** Changes that undo what the room has confirmed of that edit, the newest first; made on `confirmed`. */
  readonly undo: readonly ChangeSet[];
  /** Later edits. */
  readonly buffer: ChangeSet | null;
  readonly tail: readonly Undurable[];
  /** Maximum places of the next submission. */
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
  held: false,
  inflight: null,
  parts: [],
  undo: [],
  buffer: null,
  tail: [],
  places: PAGE_LIMITS.changePlaces,
};

/** For a document that may not be read any more, or starts anew. */
export const NO_TEXT: TextMessage = { type: 'document', text: Text.empty, version: 0, durable: 0, merge: false };

/** Unconfirmed edits, each made on the text after the previous one, the first on `confirmed`. */
export function pendingEdits({ inflight, parts, buffer }: ReplicaState): readonly ChangeSet[] {
  const edit = inflight ? [inflight.change, ...parts] : parts;
  return buffer ? [...edit, buffer] : edit;
}

/** The room has confirmed every edit of mine. */
export function isSettled(state: ReplicaState): boolean {
  return isUnsent(state) && !state.buffer;
}

/** No pending edit can have reached the room. */
export function isUnsent({ inflight, parts }: ReplicaState): boolean {
  return !inflight && parts.length === 0;
}

/** Every edit of mine is on the room's disk. */
export function isSaved(state: ReplicaState): boolean {
  return isSettled(state) && !state.tail.some((entry) => entry.own && entry.version > state.durable);
}

/** An edit as the room applied it; decoding needs the length of the text before. */
export interface ChangeMessage {
  type: 'change';
  version: number;
  author: number;
  sequence: number;
  lag: number;
  change: (length: number) => ChangeSet;
}

/** The room's whole text, which replaces the local one. With the same history and version (`merge`), pending edits are applied on top. */
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
  /** The room continues from version `from`. */
  | { type: 'continue'; from: number; durable: number }
  /** The room refused this submission. `revert`: undo confirmed parts of the same edit in the room. */
  | { type: 'refused'; sequence: number; revert: boolean }
  /** In sync: the room knows this replica as `author`, and its submissions up to `sequence`. */
  | { type: 'online'; author: number; sequence: number }
  /** Edits that were not begun to be sent are kept here, or not any longer. */
  | { type: 'hold'; held: boolean }
  /** Disconnected: edits are buffered. */
  | { type: 'offline' };

export type Effect =
  /** The room has applied a change, giving `version`. */
  | { type: 'confirmed'; version: number; change: ChangeSet }
  /** Show a change by somebody else, at most one per step. `author` is 0 when it was no single person's edit. */
  | { type: 'show'; change: ChangeSet; author: number }
  /** Send this submission; `part`: more of the same edit follows. */
  | { type: 'submit'; base: number; sequence: number; change: ChangeSet; part: boolean }
  /** An edit of mine was lost: the text that contains it, to be offered as a copy. */
  | { type: 'lost'; text: Text }
  /** The room went back further than it had promised: only its whole text can follow. */
  | { type: 'diverged'; sentence: string };

export interface Step {
  state: ReplicaState;
  effects: readonly Effect[];
}
