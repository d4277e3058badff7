/** The connections of one room. Each is in one phase at a time, and what happens to it depends on that alone. */
import type { Peer } from '../engine/platform.js';
import type { Applicant } from './applicant.js';
import type { RoomConnection } from './room-connection.js';

/** Outlived the room in memory: what it says waits until the room is back. */
interface Hibernated {
  readonly phase: 'hibernated';
}

/** Has not proven yet who it is. */
export interface Handshaking {
  readonly phase: 'handshaking';
  /** Ends the wait for its hello. */
  cancelTimeout: () => void;
  /** The hello is being looked at; a second frame before the answer is out of place. */
  heard: boolean;
}

export type Connection = Hibernated | Handshaking | Applicant | RoomConnection;

type In<P extends Connection['phase']> = Extract<Connection, { phase: P }>;

export class Connections {
  readonly #byPeer = new Map<Peer, Connection>();

  /** Undefined: it has left, or has been sent away. */
  get(peer: Peer): Connection | undefined {
    return this.#byPeer.get(peer);
  }

  /** The same, if it is in this phase. */
  find<P extends Connection['phase']>(peer: Peer, phase: P): In<P> | undefined {
    const connection = this.#byPeer.get(peer);
    return connection?.phase === phase ? (connection as In<P>) : undefined;
  }

  /** Takes a connection into another phase, as the latest there. */
  set(peer: Peer, connection: Connection): void {
    this.#byPeer.delete(peer);
    this.#byPeer.set(peer, connection);
  }

  delete(peer: Peer): void {
    this.#byPeer.delete(peer);
  }

  /** All of one phase, in the order in which they came into it. */
  in<P extends Connection['phase']>(phase: P): In<P>[] {
    const found: In<P>[] = [];
    for (const connection of this.#byPeer.values()) if (connection.phase === phase) found.push(connection as In<P>);
    return found;
  }

  /** Peers of one phase. */
  peersIn(phase: Connection['phase']): Peer[] {
    return [...this.#byPeer].filter(([, connection]) => connection.phase === phase).map(([peer]) => peer);
  }
}
