/** Limits connections to one room: how many at once, and per address how many at once and per second. */
import { TokenBucket } from '../rate/token-bucket.js';
import type { Limits } from '../shared/limits.js';
import { sentenceFor } from '../shared/refusals.js';
import type { Clock, Peer } from './platform.js';

/** Addresses without a connection that are remembered. */
const REMEMBERED = 1_000;

interface Address {
  open: number;
  bucket: TokenBucket;
}

/** On an engine that gives no addresses, only the total is limited: nobody is throttled because of somebody else. */
export class ConnectionThrottle {
  readonly #open = new Set<Peer>();
  readonly #addresses = new Map<string, Address>();

  constructor(
    private readonly limits: Limits,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** Null when the connection is allowed; otherwise a sentence that says why not. */
  refuse(peer: Peer): string | null {
    const { connections, connectionsPerAddress } = this.limits;
    const from = this.#of(peer);
    if (from && !from.bucket.take(1, this.clock.now())) return sentenceFor('many-from-address');
    if (from && from.open >= connectionsPerAddress) return sentenceFor('many-from-address');
    if (this.#open.size >= connections) return sentenceFor('many-connections');
    this.add(peer);
    return null;
  }

  /** Adds a connection that was allowed, or existed before. */
  add(peer: Peer): void {
    this.#open.add(peer);
    const from = this.#of(peer);
    if (from) from.open++;
  }

  has(peer: Peer): boolean {
    return this.#open.has(peer);
  }

  leave(peer: Peer): void {
    const from = this.#open.delete(peer) && this.#of(peer);
    if (from) from.open--;
  }

  #of({ address }: Peer): Address | null {
    if (!address) return null;
    const { arrivalsPerSecond, arrivalBurst } = this.limits;
    const bucket = () => new TokenBucket(arrivalsPerSecond, arrivalBurst, this.clock.now());
    const known = this.#addresses.get(address) ?? { open: 0, bucket: bucket() };
    // Inserted again at the end, so that the map stays ordered by last use.
    this.#addresses.delete(address);
    this.#addresses.set(address, known);
    if (this.#addresses.size > REMEMBERED)
      for (const [other, { open }] of this.#addresses) {
        if (this.#addresses.size <= REMEMBERED) break;
        if (open === 0 && other !== address) this.#addresses.delete(other);
      }
    return known;
  }
}
