/** Run leases: limits how many programs of a room, or questions to the AI, a server carries out at once and per minute. Each holds a lease meanwhile, which lapses unless it is renewed. */
import { TokenBucket } from './token-bucket.js';

/** A run whose page has gone away is renewed no more. */
const LEASE_MS = 12_000;
/** Within this a place may be free again. */
const BUSY_SECONDS = 2;
/** People whose pace is remembered; those who have not come for longest are forgotten first. */
const REMEMBERED = 500;

/** For all of a room together, and for each person. */
interface LeaseLimits {
  perMinute: number;
  perMinuteEach: number;
  atOnce: number;
  atOnceEach: number;
}

export class RunLeases {
  readonly #leases = new Map<string, { person: string; until: number }>();
  readonly #paces = new Map<string, TokenBucket>();
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
    const paces = [this.#paceOf(person, now), this.#everybody];
    const wait = Math.max(...paces.map((pace) => pace.borrow(1, now)));
    if (wait > 0) {
      for (const pace of paces) pace.giveBack(1);
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

  #paceOf(person: string, now: number): TokenBucket {
    const { perMinuteEach: each } = this.limits;
    const pace = this.#paces.get(person) ?? new TokenBucket(each / 60, each, now);
    this.#paces.delete(person);
    this.#paces.set(person, pace);
    for (const forgotten of this.#paces.keys()) {
      if (this.#paces.size <= REMEMBERED) break;
      this.#paces.delete(forgotten);
    }
    return pace;
  }
}
