/** Addresses that kept sending after being disconnected: for a minute they get no socket at all. */

const SHUT_OUT_MS = 60_000;
/** Addresses remembered. */
const ADDRESSES = 10_000;

export class FloodingAddresses {
  readonly #until = new Map<string, number>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Null when the address is unknown. */
  add(address: string | null | undefined): void {
    if (!address) return;
    this.#until.delete(address);
    this.#until.set(address, this.now() + SHUT_OUT_MS);
    for (const first of this.#until.keys()) {
      if (this.#until.size <= ADDRESSES) break;
      this.#until.delete(first);
    }
  }

  has(address: string | null): boolean {
    const until = address === null ? undefined : this.#until.get(address);
    if (address === null || until === undefined) return false;
    const now = this.now();
    // Nobody is shut out for longer; the clock was ahead and has been set back.
    if (until > now && until <= now + SHUT_OUT_MS) return true;
    this.#until.delete(address);
    return false;
  }
}

/** Shared by the gateway and all rooms of this process. */
export const floodingAddresses = new FloodingAddresses();
