/** The engine's interfaces as a room needs them: peers, storage and a clock. */
import type { Role } from '../shared/roles.js';

/** A person's cursor, or what they see of a text, in positions of `version`. */
export interface VersionedRange {
  document: number;
  version: number;
  anchor: number;
  head: number;
}

/** Per-connection state that survives the eviction of the room from memory; at most 2 KB. */
export type PeerState = JoinedState | ApplicantState;

/** What every connection of a person has. */
interface PersonState {
  person: string;
  role: Role;
  /** When the token expires, in milliseconds since 1970. */
  expiresAt: number;
  /** The team that issued the token, or empty. */
  iss: string;
  /** The token's id and the link it came from, so that either can be revoked. */
  jti: string;
  link: string;
  /** When it was last heard from, to the second; milliseconds since 1970. */
  heardAt: number;
}

/** The state of a joined connection. */
interface JoinedState extends PersonState {
  replica: number;
  cursor: VersionedRange | null;
  /** What they see; connections of an older program have said nothing. */
  view?: VersionedRange | null;
  /** Part of the starter code has arrived; the parts themselves are lost with the room's memory. */
  seeding: boolean;
}

/** The state of a connection in the lobby. */
export interface ApplicantState extends PersonState {
  waits: true;
  name: string;
}

export interface Peer {
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
  /** null before it has joined or entered the lobby, and after it has been disconnected. */
  state: PeerState | null;
  /** Its IP address, if the engine or a proxy gives one. */
  readonly address?: string | null;
  /** When an engine that answers pings itself last did so; milliseconds since 1970. */
  readonly heardAt?: number;
}

/** An ordered key-value store of structured-clonable values; as an engine serialises it, a value has at most 128 KiB. `undefined` deletes. */
export interface Storage {
  /** Entries whose key begins with `prefix`, from key `start` on, in key order. */
  read(prefix: string, start?: string): Promise<Map<string, unknown>>;
  /** Applies the changes atomically, in call order; they are durable only after `sync`. Must not delay messages. */
  write(changes: ReadonlyMap<string, unknown>): Promise<void>;
  sync(): Promise<void>;
  /** Removes deleted data from the disk too; an engine otherwise leaves it there until the space is reused. `kept` is the one key that may stay. */
  erase(kept: string): Promise<void>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once, unless the returned function is called before. */
  after(ms: number, callback: () => void): () => void;
  /** Lets other tasks run: an engine may have one thread for all of its rooms. */
  pause(): Promise<void>;
  /** Schedules a call of `RoomLifecycle.wake`, even if the room has been evicted by then. Replaces the previous time. */
  wakeAt(time: number): void;
}

/** Runs a generator to its end, pausing at each yield. */
export async function pausing<T>(work: Generator<undefined, T>, clock: Clock): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    await clock.pause();
  }
}
