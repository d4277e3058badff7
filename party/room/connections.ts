/** The connections of one room. Each is in exactly one phase, which decides how its events are handled. */
import type { Peer } from '../engine/platform.js';
import type { Applicant } from './applicant.js';
import type { RoomConnection } from './room-connection.js';

/** Outlived the room in memory: its messages are deferred until the room is loaded. */
interface Hibernated {
  readonly phase: 'hibernated';
}

/** Not authenticated yet. */
export interface Handshaking {
  readonly phase: 'handshaking';
  /** Cancels the timeout of the hello. */
  cancelTimeout: () => void;
  /** The hello is being verified; a second frame before the answer is a protocol error. */
  heard: boolean;
}

export type Connection = Hibernated | Handshaking | Applicant | RoomConnection;

type In<P extends Connection['phase']> = Extract<Connection, { phase: P }>;

export class Connections {
  readonly #byPeer = new Map<Peer, Connection>();

  /** Undefined when it has left or been disconnected. */
  get(peer: Peer): Connection | undefined {
    return this.#byPeer.get(peer);
  }

  /** The same, if it is in this phase. */
  find<P extends Connection['phase']>(peer: Peer, phase: P): In<P> | undefined {
    const connection = this.#byPeer.get(peer);
    return connection?.phase === phase ? (connection as In<P>) : undefined;
  }

  /** Moves a connection into another phase, as the last one there. */
  set(peer: Peer, connection: Connection): void {
    this.#byPeer.delete(peer);
    this.#byPeer.set(peer, connection);
  }

  delete(peer: Peer): void {
    this.#byPeer.delete(peer);
  }

  /** All connections in one phase, in the order they entered it. */
  in<P extends Connection['phase']>(phase: P): In<P>[] {
    const found: In<P>[] = [];
    for (const connection of this.#byPeer.values()) if (connection.phase === phase) found.push(connection as In<P>);
    return found;
  }

  /** The peers in one phase. */
  peersIn(phase: Connection['phase']): Peer[] {
    return [...this.#byPeer].filter(([, connection]) => connection.phase === phase).map(([peer]) => peer);
  }
}
