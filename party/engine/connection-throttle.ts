/** Who may open one more connection to a room: so many at once, and from one address so many at once and a second. */
import { TokenBucket } from '../rate/token-bucket.js';
import type { Limits } from '../shared/limits.js';
import { sentenceFor } from '../shared/refusals.js';
import type { Clock, Peer } from './platform.js';

/** Addresses remembered of which nobody is connected any more. */
const REMEMBERED = 1_000;

interface Address {
  open: number;
  pace: TokenBucket;
}

/** An engine that tells no addresses has its rooms count everybody together, at once only: nobody is held up for others. */
export class ConnectionThrottle {
  readonly #open = new Set<Peer>();
  readonly #addresses = new Map<string, Address>();

  constructor(
    private readonly limits: Limits,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** Null when it may stay; else why not, as a sentence. */
  refuse(peer: Peer): string | null {
    const { connections, connectionsPerAddress } = this.limits;
    const from = this.#of(peer);
    if (from && !from.pace.take(1, this.clock.now())) return sentenceFor('many-from-address');
    if (from && from.open >= connectionsPerAddress) return sentenceFor('many-from-address');
    if (this.#open.size >= connections) return sentenceFor('many-connections');
    this.add(peer);
    return null;
  }

  /** It is there already, or may come. */
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
    const pace = () => new TokenBucket(arrivalsPerSecond, arrivalBurst, this.clock.now());
    const known = this.#addresses.get(address) ?? { open: 0, pace: pace() };
    // Put back at the end, so that the first are the longest silent.
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
