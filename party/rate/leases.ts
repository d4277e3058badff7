/** Leases: limits how many programs of a room, or questions to the AI, a server carries out at once and per minute. Each holds a lease meanwhile, which lapses unless it is renewed. */
import { TokenBucket } from './token-bucket.js';

/** A run whose page has gone away is renewed no more. */
const LEASE_MS = 12_000;
/** Within this a place may be free again. */
const BUSY_SECONDS = 2;
/** People whose rate is remembered; those who have not come for longest are forgotten first. */
const REMEMBERED = 500;

/** For all of a room together, and for each person. */
interface LeaseLimits {
  perMinute: number;
  perMinuteEach: number;
  atOnce: number;
  atOnceEach: number;
}

export class Leases {
  readonly #leases = new Map<string, { person: string; until: number }>();
  readonly #buckets = new Map<string, TokenBucket>();
  readonly #everybody: TokenBucket;

  constructor(
    private readonly limits: LeaseLimits,
    now: number,
  ) {
    this.#everybody = new TokenBucket(limits.perMinute / 60, limits.perMinute, now);
  }

  /** Seconds to wait; 0: it may begin, and is counted. */
  begin(run: string, person: string, now: number): number {
    // No lease lasts longer; the clock was ahead and has been set back.
    for (const [id, { until }] of this.#leases) if (until <= now || until > now + LEASE_MS) this.#leases.delete(id);
    const { atOnce, atOnceEach } = this.limits;
    const own = [...this.#leases.values()].filter((lease) => lease.person === person).length;
    if (this.#leases.size >= atOnce || own >= atOnceEach) return BUSY_SECONDS;
    const buckets = [this.#bucketOf(person, now), this.#everybody];
    const wait = Math.max(...buckets.map((bucket) => bucket.borrow(1, now)));
    if (wait > 0) {
      for (const bucket of buckets) bucket.giveBack(1);
      return Math.ceil(wait / 1000);
    }
    this.#leases.set(run, { person, until: now + LEASE_MS });
    return 0;
  }

  /** It still runs. */
  keep(run: string, now: number): void {
    const lease = this.#leases.get(run);
    if (lease) lease.until = now + LEASE_MS;
  }

  end(run: string): void {
    this.#leases.delete(run);
  }

  #bucketOf(person: string, now: number): TokenBucket {
    const { perMinuteEach: each } = this.limits;
    const bucket = this.#buckets.get(person) ?? new TokenBucket(each / 60, each, now);
    this.#buckets.delete(person);
    this.#buckets.set(person, bucket);
    for (const forgotten of this.#buckets.keys()) {
      if (this.#buckets.size <= REMEMBERED) break;
      this.#buckets.delete(forgotten);
    }
    return bucket;
  }
}
