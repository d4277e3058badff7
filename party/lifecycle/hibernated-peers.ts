/** Connections that outlived the room in memory: what they say waits, in order, until the room is there again. */

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
    private readonly report: (error: unknown) => void,
  ) {}

  add(peer: Peer): void {
    this.connections.set(peer, { phase: 'hibernated' });
  }

  get peers(): Peer[] {
    return this.connections.peersIn('hibernated');
  }

  /** Somebody among them had been let in, or waited for it. */
  get known(): boolean {
    return this.peers.some((peer) => peer.state !== null);
  }

  /** The event happens when the room is back. */
  defer(event: () => void): void {
    this.#missed.push(event);
  }

  /** They are in the room again, where they were. */
  restore(room: Room): void {
    for (const peer of this.peers) {
      this.connections.delete(peer);
      resume(room, peer);
    }
  }

  /** What they said meanwhile happens now. */
  replay(): void {
    for (const event of this.#missed.splice(0)) {
      try {
        event();
      } catch (error) {
        this.report(error);
      }
    }
  }

  /** There is no room for them to come back to; null: nobody knows. */
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
