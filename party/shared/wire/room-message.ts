/** Everything a room says to its sessions: one union, and the table of how it stands on the wire. PROTOCOL.md, "From the room". */
import type { ChangeSet } from '@codemirror/state';
import { type Output, RUN_STATES, type RunState } from '../output.js';
import { REFUSALS, type Refusal } from '../protocol.js';
import { ROLES, type Role } from '../roles.js';
import { readChange, writeChange } from './change.js';
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

/** A person as the room knows them; `replicas` are their connections, none: they have left. */
export interface PersonRecord {
  id: string;
  name: string;
  role: Role;
  color: number;
  replicas: number[];
}

/** A run as the room knows it. `elapsedMs` is its age when the message was sent, or how long it took. */
export interface RunRecord {
  run: number;
  /** Of the replica that carries it out. */
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

/** What interviewers decide about the room as a whole. */
export interface RoomStanding {
  /** Newcomers wait to be let in. */
  lobby: boolean;
  /** Nobody new comes in. */
  locked: boolean;
  ended: boolean;
}

/** A file in the row of tabs. Its name, language and text are told with its document. */
export interface FileRecord {
  document: number;
  /** Interviewers alone write it. */
  readonly: boolean;
  /** Interviewers alone know of it. */
  hidden: boolean;
}

export type RoomMessage =
  /** The answer to a hello. Then come the people, the documents, the last run and `ready`. */
  | {
      type: 'welcome';
      version: number;
      /** 16 hex digits; another epoch is another history. */
      epoch: string;
      start: number;
      replica: number;
      /** Takes this replica up again, once. */
      resume: Uint8Array;
      person: string;
      role: Role;
      /** False: nobody has written yet; starter code may be sent. */
      seeded: boolean;
      /** False: read-only for everybody. */
      open: boolean;
    }
  /** The whole text; replaces what the session has. `sequence`: the last of yours that is in it. */
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
  /** You may go on from `from`: what you have after it is not the room's any more, what you lack follows as changes. */
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
  /** An edit as it was applied, giving `version`; `lag` versions, this one included, are not durable yet. */
  | {
      type: 'change';
      document: number;
      version: number;
      author: number;
      sequence: number;
      lag: number;
      change: RoomWireChange;
    }
  /** To those who have edits out: everything up to `durable` is on disk. */
  | { type: 'ack'; document: number; durable: number; sequence: number }
  | { type: 'person'; person: PersonRecord }
  | { type: 'point'; replica: number; document: number; version: number; anchor: number; head: number }
  | { type: 'described'; document: number; name: string; language: string }
  | { type: 'started'; record: RunRecord }
  | { type: 'printed'; run: number; output: Output[] }
  | { type: 'finished'; run: number; state: RunState; durationMs: number }
  /** To whoever carries out the run: end it. */
  | { type: 'stop'; run: number }
  | { type: 'answer'; run: number; prompt: number; text: string }
  /** Your message of kind `about` with this key (sequence, request or run; else 0) was not accepted. */
  | { type: 'refused'; about: number; document: number; key: number; reason: Refusal; sentence: string }
  | { type: 'pong'; nonce: number }
  /** False: the room cannot write at the moment and will try again by itself. */
  | { type: 'saving'; works: boolean }
  /** Checked text is equal up to here; nothing to do. */
  | { type: 'agreed'; document: number; version: number }
  /** How the room stands; after each welcome, and whenever it changes. `ended`: read-only for everybody. */
  | ({ type: 'state' } & RoomStanding)
  /** Instead of a welcome: an interviewer has to let you in first. */
  | { type: 'wait' }
  /** To interviewers: somebody waits to be let in, or does so no longer. */
  | { type: 'knock'; person: string; name: string; role: Role; waits: boolean }
  /** The files you may read, in the order of their tabs, and the one that Run runs. A room that has never had but its first one does not say so. */
  | { type: 'files'; entry: number; files: FileRecord[] }
  /** What you asked for about a file is done. */
  | { type: 'done'; request: number; document: number };

/** `length`: of the text at the version before. */
type RoomWireChange = (length: number) => ChangeSet;
/** As sent; a change may be in its wire form already. */
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
  },
  65,
  NEWER,
);

/** Kinds of message in the order of their numbers, of which the first is 65. */
export const CODES = codec.kinds;

export function encodeRoomMessage(message: OutgoingRoomMessage): Uint8Array {
  return codec.encode(message);
}

/** Throws FrameError. */
export function decodeRoomMessage(frame: Uint8Array): RoomMessage {
  return codec.decode(frame);
}
