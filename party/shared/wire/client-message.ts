/** Messages from a session to its room: the union, and the table of their encoding. PROTOCOL.md, "From the session". */
import type { ChangeSet } from '@codemirror/state';
import { type Output, RUN_STATES, type RunEnd } from '../output.js';
import { ROLES } from '../roles.js';
import { readChange, readPlaces, type WirePlace, writeChange } from './change.js';
import { FrameError } from './codec.js';
import type { Decision } from './decision.js';
import {
  both,
  bytes,
  type Field,
  flag,
  list,
  oneOf,
  optional,
  record,
  restOf,
  selection,
  shortText,
  text,
  uint,
} from './fields.js';
import { MessageCodec } from './message-table.js';
import { output } from './output.js';

/** How far a session had come in one document, and in which start of the room. */
interface Position {
  document: number;
  version: number;
  start: number;
}

/** `view`: what I see of the document, from and to; `mark`: I point there; `look`: an interviewer asks everybody to look there. */
export const SIGNALS = ['view', 'mark', 'look'] as const;
export type SignalKind = (typeof SIGNALS)[number];

/** What a session knows of the room's history; the room sends what is missing. */
export interface Bookmark {
  /** 16 hex digits. */
  epoch: string;
  positions: Position[];
}

/** A change still in wire form: decoding needs the length of the text before it, which only the room knows. Both functions throw FrameError. */
export interface WireChange {
  places(): Iterable<WirePlace>;
  read(length: number): ChangeSet;
}

/** First frame of every connection. `token` is empty in an open room, where `personKey` identifies the person. `resume` is empty for a new replica. */
export interface Hello {
  type: 'hello';
  version: number;
  token: string;
  name: string;
  personKey: string;
  resume: Uint8Array;
  bookmark: Bookmark | null;
}

export type ClientMessage =
  | Hello
  /** An edit made on version `base`; sequences count up by one per replica and document. */
  | { type: 'submit'; document: number; base: number; sequence: number; change: WireChange }
  /** The sender's cursor, in positions of `version`. */
  | { type: 'point'; document: number; version: number; anchor: number; head: number }
  /** An idle session compares its text with the room's. */
  | { type: 'check'; document: number; version: number; hash: number }
  /** Starter code for an empty room; more frames follow if `more`. Ignored by a room that has been written in. */
  | { type: 'seed'; document: number; language: string; text: string; more: boolean }
  /** Name and language of a file, for everybody; an empty one stays unchanged. */
  | { type: 'describe'; document: number; name: string; language: string }
  | { type: 'rename'; name: string }
  /** A fresh token for the same person, before the old one expires. */
  | { type: 'refresh'; token: string }
  /** Requests a run; the room answers `started` or `refused` with the same request number. */
  | { type: 'start'; request: number; document: number; version: number; language: string }
  /** Output of the run that the sender carries out. */
  | { type: 'print'; run: number; output: Output[] }
  /** The run that the sender carries out has ended. */
  | { type: 'finish'; run: number; state: RunEnd; durationMs: number }
  /** Stops the room's run, whoever started it. */
  | { type: 'stop'; run: number }
  /** An answer to `input()`; the room passes it to the replica that carries out the run. */
  | { type: 'answer'; run: number; prompt: number; text: string }
  | { type: 'ping'; nonce: number }
  | Decision
  /** Publishes the draft of the task (`show`), or resets the draft to the published task. */
  | { type: 'draft'; show: boolean }
  /** Like `submit`; more parts of the same edit follow. */
  | { type: 'part'; document: number; base: number; sequence: number; change: WireChange }
  /** Adds an empty file. Like all file requests below, it is answered by `done` or `refused` with the same request number. */
  | { type: 'add-file'; request: number; name: string; language: string; readonly: boolean; hidden: boolean }
  /** Removes a file; it stays in the replay and can be restored. */
  | { type: 'remove-file'; request: number; document: number }
  | { type: 'restore-file'; request: number; document: number }
  /** `index` is the position among the files that this person sees. */
  | { type: 'move-file'; request: number; document: number; index: number }
  /** Chooses the file that Run runs, for everybody. */
  | { type: 'choose-entry'; request: number; document: number }
  | { type: 'protect-file'; request: number; document: number; readonly: boolean; hidden: boolean }
  /** An entry of a document that the room alone writes, as JSON: entries.ts says what each document takes. Answered as what is asked about files. */
  | { type: 'post'; request: number; document: number; entry: string }
  /** To be seen now by those who may read the document, and kept nowhere: in positions of `version`. */
  | { type: 'signal'; kind: SignalKind; document: number; version: number; anchor: number; head: number }
  /** Proposes a change of a file, made on `version`, and says why. Answered as what is posted; so is the next. */
  | { type: 'propose'; request: number; document: number; version: number; why: string; change: WireChange }
  /** Accepts or declines a proposal. */
  | { type: 'judge'; request: number; proposal: number; accept: boolean };

/** For encoding: with a change set instead of its wire form. */
export type OutgoingMessage =
  | Exclude<ClientMessage, { type: 'submit' | 'part' | 'propose' }>
  | { type: 'propose'; request: number; document: number; version: number; why: string; change: ChangeSet }
  | { type: 'submit'; document: number; base: number; sequence: number; change: ChangeSet }
  | { type: 'part'; document: number; base: number; sequence: number; change: ChangeSet };

const NO_END = 'A run ends as done, failed, stopped, timed-out or interrupted.';

const change: Field<ChangeSet, WireChange> = {
  write: writeChange,
  read: (r, limit) => {
    const body = restOf(r);
    return {
      places: () => readPlaces(body(), limit),
      read: (length) => readChange(body(), length, limit),
    };
  },
};
const edit = record({ document: uint, base: uint, sequence: uint, change });
const person = record({ person: text });
const ofFile = record({ request: uint, document: uint });
const role = oneOf(ROLES, 'A role is interviewer, candidate, observer or assistant.');
const state = oneOf(RUN_STATES, NO_END);
const runEnd: Field<RunEnd> = {
  write: state.write,
  read: (r, limit) => {
    const end = state.read(r, limit);
    if (end === 'running') throw new FrameError(NO_END);
    return end;
  },
};

export const signalKind: Field<SignalKind> = oneOf(SIGNALS, 'A signal is view, mark or look.');

const codec = new MessageCodec<OutgoingMessage, ClientMessage>(
  {
    hello: record({
      version: uint,
      token: text,
      name: text,
      personKey: text,
      resume: bytes,
      bookmark: optional(
        record({
          epoch: shortText(64),
          positions: list(record({ document: uint, version: uint, start: uint })),
        }),
      ),
    }),
    submit: edit,
    point: both(record({ document: uint, version: uint }), selection),
    check: record({ document: uint, version: uint, hash: uint }),
    seed: record({ document: uint, language: text, text, more: flag }),
    describe: record({ document: uint, name: text, language: text }),
    rename: record({ name: text }),
    refresh: record({ token: text }),
    start: record({ request: uint, document: uint, version: uint, language: text }),
    print: record({ run: uint, output }),
    finish: record({ run: uint, state: runEnd, durationMs: uint }),
    stop: record({ run: uint }),
    answer: record({ run: uint, prompt: uint, text }),
    ping: record({ nonce: uint }),
    admit: person,
    decline: person,
    remove: person,
    assign: both(person, record({ role })),
    lock: record({ locked: flag }),
    end: record({ ended: flag }),
    draft: record({ show: flag }),
    part: edit,
    'add-file': record({ request: uint, name: text, language: text, readonly: flag, hidden: flag }),
    'remove-file': ofFile,
    'restore-file': ofFile,
    'move-file': both(ofFile, record({ index: uint })),
    'choose-entry': ofFile,
    'protect-file': both(ofFile, record({ readonly: flag, hidden: flag })),
    post: both(ofFile, record({ entry: text })),
    signal: both(record({ kind: signalKind, document: uint, version: uint }), selection),
    propose: record({ request: uint, document: uint, version: uint, why: text, change }),
    judge: record({ request: uint, proposal: uint, accept: flag }),
  },
  1,
  'This page sent a message that the room does not know. Reload the page to get the current version.',
  { propose: 35 },
);

/** Kinds of message in the order of their numbers, starting at 1. */
export const CLIENT_MESSAGE_KINDS = codec.kinds;

/** The number of a kind of message, as it is on the wire. */
export function numberOfKind(kind: ClientMessage['type']): number {
  return CLIENT_MESSAGE_KINDS.indexOf(kind) + 1;
}

export function encodeClientMessage(message: OutgoingMessage): Uint8Array {
  return codec.encode(message);
}

/** Throws FrameError. Only the frame limits the length of texts; the room validates their content. */
export function decodeClientMessage(frame: Uint8Array): ClientMessage {
  return codec.decode(frame);
}
