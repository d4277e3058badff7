/** Limits how many different rooms one address may open sockets to: each new name costs disk access, existing or not. */
import { AddressThrottle } from './address-throttle.js';

/** Names per minute from one address; more than the people behind it open, even in an office. */
const NAMES = 120;
/** Requested rooms that are remembered; about a megabyte. */
const REMEMBERED = 10_000;

export class RoomNameThrottle {
  readonly #asked = new Set<string>();
  readonly #throttle: AddressThrottle;

  constructor(now: () => number = Date.now) {
    this.#throttle = new AddressThrottle(NAMES, now);
  }

  /** 0, or in how many seconds this room may be requested. Recently requested rooms are not counted; without an address nobody is throttled. */
  ask(room: string, address: string | null): number {
    if (address === null || this.#asked.has(room)) return 0;
    const wait = this.#throttle.take(address);
    if (wait > 0) return wait;
    if (this.#asked.size >= REMEMBERED) this.#asked.clear();
    this.#asked.add(room);
    return 0;
  }
}
