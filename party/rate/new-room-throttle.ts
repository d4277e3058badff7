/** Keeps an address from opening sockets to room after room by made-up names: each costs the disk a little, there or not. */
import { AddressThrottle } from './address-throttle.js';

/** In a minute from one address; more than the people behind it open, an office of them included. */
const NAMES = 120;
/** Rooms remembered that have been asked for; about a megabyte. */
const REMEMBERED = 10_000;

export class NewRoomThrottle {
  readonly #asked = new Set<string>();
  readonly #throttle: AddressThrottle;

  constructor(now: () => number = Date.now) {
    this.#throttle = new AddressThrottle(NAMES, now);
  }

  /** 0, or in how many seconds this room may be asked for. What has been asked for lately costs nothing; without an address nobody is held up for others. */
  ask(room: string, address: string | null): number {
    if (address === null || this.#asked.has(room)) return 0;
    const wait = this.#throttle.take(address);
    if (wait > 0) return wait;
    if (this.#asked.size >= REMEMBERED) this.#asked.clear();
    this.#asked.add(room);
    return 0;
  }
}
