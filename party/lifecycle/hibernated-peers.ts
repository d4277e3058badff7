/** Hibernated peers: connections that outlived the room in memory. Their messages are deferred, in order, until the room is loaded. */

import type { Peer } from '../engine/platform.js';
import type { Connections } from '../room/connections.js';
import { resume } from '../room/join.js';
import type { Room } from '../room/room.js';
import { CLOSE } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import { GONE } from '../storage/room-record.js';
import type { Existence } from './existence.js';

export class HibernatedPeers {
  #missed: (() => void)[] = [];

  constructor(
    private readonly connections: Connections,
    private readonly reportError: (error: unknown) => void,
  ) {}

  add(peer: Peer): void {
    this.connections.set(peer, { phase: 'hibernated' });
  }

  get peers(): Peer[] {
    return this.connections.peersIn('hibernated');
  }

  /** Whether any of them had joined or waited in the lobby. */
  get known(): boolean {
    return this.peers.some((peer) => peer.state !== null);
  }

  /** Defers an event until the room is loaded. */
  defer(event: () => void): void {
    this.#missed.push(event);
  }

  /** Puts the connections back into the loaded room, in their previous phase. */
  restore(room: Room): void {
    for (const peer of this.peers) {
      this.connections.delete(peer);
      resume(room, peer);
    }
  }

  /** Handles the deferred events. */
  replay(): void {
    for (const event of this.#missed.splice(0)) {
      try {
        event();
      } catch (error) {
        this.reportError(error);
      }
    }
  }

  /** The room cannot be restored, so they are disconnected; `existence` is null when it is unknown. */
  turnAway(existence: Exclude<Existence, { kind: 'kept' }> | null): void {
    this.#missed = [];
    const gone = existence?.kind === 'gone' ? existence.tombstone.reason : null;
    for (const peer of this.peers) {
      this.connections.delete(peer);
      if (gone) peer.close(CLOSE.gone, GONE[gone]);
      else peer.close(CLOSE.tryAgain, sentenceFor('not-loaded'));
    }
  }
}
