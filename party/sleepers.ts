/** Connections that outlived the room in memory: what they say waits, in order, until the room is there again. */
import type { Peer } from './platform.js';

export class Sleepers {
  readonly #peers = new Set<Peer>();
  #missed: (() => void)[] = [];

  add(peer: Peer): void {
    this.#peers.add(peer);
  }

  get peers(): ReadonlySet<Peer> {
    return this.#peers;
  }

  /** True when the event waits: its peer has not been taken up yet. */
  defer(peer: Peer, event: () => void): boolean {
    if (!this.#peers.has(peer)) return false;
    this.#missed.push(event);
    return true;
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
