/** Messages from the room to its sessions: the union, and the table of their encoding. PROTOCOL.md, "From the room". */
import type { ChangeSet } from '@codemirror/state';
import { AI_RULES, type AiRule } from '../ai-rule.js';
import { type Output, RUN_STATES, type RunState } from '../output.js';
import { REFUSALS, type Refusal } from '../protocol.js';
import { ROLES, type Role } from '../roles.js';
import { readChange, writeChange } from './change.js';
import { type SignalKind, signalKind } from './client-message.js';
import {
  both,
  byte,
  bytes,
  type Field,
  flag,
  list,
  oneOf,
  record,
  rest,
  restOf,
  selection,
  text,
  uint,
} from './fields.js';
import { MessageCodec } from './message-table.js';
import { output } from './output.js';

/** A person as the room knows them; `replicas` are their connections, empty when they have left. */
export interface PersonRecord {
  id: string;
  name: string;
  role: Role;
  color: number;
  replicas: number[];
}

/** A run as the room knows it. `elapsedMs` is its age when the message was sent, or its duration. */
export interface RunRecord {
  run: number;
  /** Request number, of the replica that carries it out. */
  request: number;
  replica: number;
  person: string;
  name: string;
  document: number;
  version: number;
  language: string;
  state: RunState;
  elapsedMs: number;
}

/** The state of the room that interviewers decide. */
export interface RoomStanding {
  /** Newcomers wait in the lobby. */
  lobby: boolean;
  /** Nobody new can join. */
  locked: boolean;
  ended: boolean;
}

/** A file in the list. Its name, language and text are sent with its document. */
export interface FileRecord {
  document: number;
  /** Only interviewers may write it. */
  readonly: boolean;
  /** Only interviewers know of it. */
  hidden: boolean;
}

export type RoomMessage =
  /** The answer to a hello. People, documents, the last run and `ready` follow. */
  | {
      type: 'welcome';
      version: number;
      /** 16 hex digits; another epoch is another history. */
      epoch: string;
      start: number;
      replica: number;
      /** Resumes this replica, once. */
      resume: Uint8Array;
      person: string;
      role: Role;
      /** False when nobody has written yet: starter code may be sent. */
      seeded: boolean;
      /** False when the room is read-only for everybody. */
      open: boolean;
    }
  /** The whole text; it replaces the session's. `sequence` is the last edit of this replica that it contains. */
  | {
      type: 'document';
      document: number;
      name: string;
      language: string;
      version: number;
      durable: number;
      sequence: number;
      text: string;
    }
  /** The session may continue from version `from`: later versions it has are undone, and changes since then follow. */
  | {
      type: 'continue';
      document: number;
      name: string;
      language: string;
      from: number;
      durable: number;
      sequence: number;
    }
  | { type: 'ready' }
  /** An applied edit that gave `version`; the last `lag` versions, this one included, are not durable yet. */
  | {
      type: 'change';
      document: number;
      version: number;
      author: number;
      sequence: number;
      lag: number;
      change: RoomWireChange;
    }
  /** To sessions with pending edits: everything up to `durable` is on disk. */
  | { type: 'ack'; document: number; durable: number; sequence: number }
  | { type: 'person'; person: PersonRecord }
  | { type: 'point'; replica: number; document: number; version: number; anchor: number; head: number }
  | { type: 'described'; document: number; name: string; language: string }
  | { type: 'started'; record: RunRecord }
  | { type: 'printed'; run: number; output: Output[] }
  | { type: 'finished'; run: number; state: RunState; durationMs: number }
  /** To the replica that carries out the run: stop it. */
  | { type: 'stop'; run: number }
  | { type: 'answer'; run: number; prompt: number; text: string }
  /** A message of kind `about` with this key (sequence, request or run; else 0) was refused. */
  | { type: 'refused'; about: number; document: number; key: number; reason: Refusal; sentence: string }
  | { type: 'pong'; nonce: number }
  /** False: the room cannot write to disk at present, and will retry. */
  | { type: 'saving'; works: boolean }
  /** The compared text is equal up to here. */
  | { type: 'agreed'; document: number; version: number }
  /** The state of the room; sent after each welcome and at every change. `ended`: read-only for everybody. */
  | ({ type: 'state' } & RoomStanding)
  /** Instead of a welcome: the session is in the lobby. */
  | { type: 'wait' }
  /** To interviewers: somebody has entered or left the lobby. */
  | { type: 'knock'; person: string; name: string; role: Role; waits: boolean }
  /** The files that this session may read, in tab order, and the entry. Not sent in a room that never had more than its first file. */
  | { type: 'files'; entry: number; files: FileRecord[] }
  /** A file request, or a post, has been carried out. */
  | { type: 'done'; request: number; document: number }
  /** Somebody's signal, at a version you have or come to. */
  | {
      type: 'signal';
      replica: number;
      kind: SignalKind;
      document: number;
      version: number;
      anchor: number;
      head: number;
    }
  /** What time it is in the room, milliseconds since 1970: before or after an entry whose time counts. */
  | { type: 'clock'; now: number }
  /** This person keeps their edits to themselves for `left` more milliseconds; 0: not any more. At most one does at a time. */
  | { type: 'focus'; person: string; left: number }
  /** What the room says about help by AI, also to whoever waits in the lobby; not sent where it is off. */
  | { type: 'rule'; ai: AiRule }
  /** More of the AI's answer to a question, by its number in the talk; all of it is in the talk when it is complete. */
  | { type: 'answering'; question: number; text: string };

/** `length` is that of the text at the version before. */
type RoomWireChange = (length: number) => ChangeSet;
/** For encoding; a change may be in its wire form already. */
export type OutgoingRoomMessage =
  | Exclude<RoomMessage, { type: 'change' }>
  | (Omit<Extract<RoomMessage, { type: 'change' }>, 'change'> & { change: ChangeSet | Uint8Array });

export type RoomMessageOf<T extends RoomMessage['type']> = Extract<RoomMessage, { type: T }>;

const NEWER = 'The room speaks a newer protocol. Reload the page.';

const role = oneOf<Role>(ROLES, NEWER);
const state = oneOf<RunState>(RUN_STATES, NEWER);
const file = { document: uint, name: text, language: text };
const change: Field<ChangeSet | Uint8Array, RoomWireChange> = {
  write: (w, value) => {
    if (value instanceof Uint8Array) w.raw(value);
    else writeChange(w, value);
  },
  read: (r, limit) => {
    const body = restOf(r);
    return (length) => readChange(body(), length, limit);
  },
};
const at = record({
  replica: uint,
  document: uint,
  version: uint,
});

const codec = new MessageCodec<OutgoingRoomMessage, RoomMessage>(
  {
    welcome: record({
      version: uint,
      epoch: text,
      start: uint,
      replica: uint,
      resume: bytes,
      person: text,
      role,
      seeded: flag,
      open: flag,
    }),
    document: record({ ...file, version: uint, durable: uint, sequence: uint, text }),
    continue: record({ ...file, from: uint, durable: uint, sequence: uint }),
    ready: record({}),
    change: record({ document: uint, version: uint, author: uint, sequence: uint, lag: uint, change }),
    ack: record({ document: uint, durable: uint, sequence: uint }),
    person: record({
      person: record({ id: text, name: text, role, color: byte, replicas: list(uint) }),
    }),
    point: both(at, selection),
    described: record(file),
    started: record({
      record: record({
        run: uint,
        request: uint,
        replica: uint,
        person: text,
        name: text,
        document: uint,
        version: uint,
        language: text,
        state,
        elapsedMs: uint,
      }),
    }),
    printed: record({ run: uint, output }),
    finished: record({ run: uint, state, durationMs: uint }),
    stop: record({ run: uint }),
    answer: record({ run: uint, prompt: uint, text }),
    refused: record({
      about: byte,
      document: uint,
      key: uint,
      reason: oneOf<Refusal>(REFUSALS, NEWER),
      sentence: text,
    }),
    pong: record({ nonce: uint }),
    saving: record({ works: flag }),
    agreed: record({ document: uint, version: uint }),
    state: record({ lobby: flag, locked: flag, ended: flag }),
    wait: record({}),
    knock: record({ person: text, name: text, role, waits: flag }),
    files: record({ entry: uint, files: rest(record({ document: uint, readonly: flag, hidden: flag })) }),
    done: record({ request: uint, document: uint }),
    signal: both(record({ replica: uint, kind: signalKind, document: uint, version: uint }), selection),
    clock: record({ now: uint }),
    focus: record({ person: text, left: uint }),
    rule: record({ ai: oneOf<AiRule>(AI_RULES, NEWER) }),
    answering: record({ question: uint, text }),
  },
  65,
  NEWER,
  { focus: 92, rule: 94 },
);

/** Kinds of message in the order of their numbers, starting at 65. */
export const ROOM_MESSAGE_KINDS = codec.kinds;

export function encodeRoomMessage(message: OutgoingRoomMessage): Uint8Array {
  return codec.encode(message);
}

/** Throws FrameError. */
export function decodeRoomMessage(frame: Uint8Array): RoomMessage {
  return codec.decode(frame);
}
