/** What a room needs of the engine it runs on: a peer to talk to, a place to keep things, and time. */
import type { Role } from '../shared/roles.js';

/** Where somebody's cursor is, in positions of `version`. */
export interface Cursor {
  document: number;
  version: number;
  anchor: number;
  head: number;
}

/** What must survive an eviction of the room from memory, kept with the connection; at most 2 KB. */
export type PeerState = JoinedState | ApplicantState;

interface Known {
  person: string;
  role: Role;
  /** Milliseconds since 1970; a token's end. */
  expiresAt: number;
  /** The team whose token it is, or nothing. */
  iss: string;
  /** The token, and the link it came from, so that either can be taken back. */
  jti: string;
  link: string;
  /** When it was last heard, to the second; milliseconds since 1970. */
  heardAt: number;
}

/** Of somebody inside. */
export interface JoinedState extends Known {
  replica: number;
  cursor: Cursor | null;
  /** Starter code has come in part; what it was is forgotten with the room's memory. */
  seeding: boolean;
}

/** Of somebody who waits to be let in. */
export interface ApplicantState extends Known {
  waits: true;
  name: string;
}

export interface Peer {
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
  /** null before the room has let it in, and after it has sent it away. */
  state: PeerState | null;
  /** Where it comes from, if the engine or a proxy says so. */
  readonly address?: string | null;
  /** When an engine that answers pings by itself last did so; milliseconds since 1970. */
  readonly heardAt?: number;
}

/** Ordered keys and structured-clonable values of at most 120,000 bytes. `undefined` deletes. */
export interface Storage {
  /** Entries whose key begins with `prefix`, from key `start` on, in order of keys. */
  read(prefix: string, start?: string): Promise<Map<string, unknown>>;
  /** Takes the changes at once, all or none, in the order of the calls; they are durable only after `sync`. Must not hold back messages. */
  write(changes: ReadonlyMap<string, unknown>): Promise<void>;
  sync(): Promise<void>;
  /** Takes what was deleted off the disk, too: an engine leaves it there until something else needs the place. `kept`: the key that may be left. */
  erase(kept: string): Promise<void>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once, unless the returned function is called before. */
  after(ms: number, callback: () => void): () => void;
  /** Lets everything else have its turn: an engine may have one thread for all of its rooms. */
  pause(): Promise<void>;
  /** Has `Room.wake` called at that time, even when the room has left memory meanwhile. Replaces the time set before. */
  wakeAt(time: number): void;
}

/** Does long work, with a pause wherever it yields. */
export async function pausing<T>(work: Generator<undefined, T>, clock: Clock): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await clock.pause();
  }
}
