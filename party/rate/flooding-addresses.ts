/** Addresses that went on sending after they were sent away: for a minute nobody from there gets a socket, which alone they could do so on. */

const SHUT_OUT_MS = 60_000;
/** Addresses remembered at once. */
const ADDRESSES = 10_000;

export class FloodingAddresses {
  readonly #until = new Map<string, number>();

  constructor(private readonly now: () => number = Date.now) {}

  /** Null: nobody says where it comes from. */
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
    if (until > this.now()) return true;
    this.#until.delete(address);
    return false;
  }
}

/** One for the rooms of this process and for what stands before them. */
export const floodingAddresses = new FloodingAddresses();
