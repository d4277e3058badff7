/** Connections that outlived the room in memory: what they say waits, in order, until the room is there again. */

import type { Peer } from '../engine/platform.js';
import { CLOSE } from '../shared/protocol.js';
import { GONE } from '../storage/room-record.js';
import { type Existence, NOT_LOADED } from './existence.js';

export class HibernatedPeers {
  readonly #peers = new Set<Peer>();
  #missed: (() => void)[] = [];

  add(peer: Peer): void {
    this.#peers.add(peer);
  }

  get peers(): ReadonlySet<Peer> {
    return this.#peers;
  }

  /** Somebody among them had been let in, or waited for it. */
  get known(): boolean {
    return [...this.#peers].some((peer) => peer.state !== null);
  }

  /** True when the event waits: its peer has not been taken up yet. */
  defer(peer: Peer, event: () => void): boolean {
    if (!this.#peers.has(peer)) return false;
    this.#missed.push(event);
    return true;
  }

  /** When the room is there it has taken them up, and goes on with what they said; else they hear why not. */
  async restore(exist: () => Promise<Existence>, report: (error: unknown) => void): Promise<void> {
    try {
      const existence = await exist();
      if (existence.kind === 'kept') this.wake();
      else if (existence.kind === 'gone') this.sendAway(CLOSE.gone, GONE[existence.tombstone.reason]);
      else this.sendAway(CLOSE.tryAgain, NOT_LOADED);
    } catch (error) {
      report(error);
      this.sendAway(CLOSE.tryAgain, NOT_LOADED);
    }
  }

  /** The room is there, and has taken them up: what they said happens now. */
  wake(): void {
    const missed = this.#missed;
    this.#missed = [];
    this.#peers.clear();
    for (const event of missed) event();
  }

  /** There is no room for them to come back to. */
  sendAway(code: number, sentence: string): void {
    for (const peer of this.#peers) peer.close(code, sentence);
    this.#missed = [];
    this.#peers.clear();
  }
}
