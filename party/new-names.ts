/** Keeps an address from opening sockets to room after room by made-up names: each costs the disk a little, there or not. */
import { Bucket } from './bucket.js';
import type { Limits } from './shared/limits.js';
import { Throttle } from './throttle.js';

/** In a minute from one address; more than the people behind it open, an office of them included. */
const NAMES = 120;
/** Where no addresses are told all take turns: a request waits for so long at most. */
const LONGEST_WAIT_MS = 5_000;
/** Rooms remembered that have been asked for; about a megabyte. */
const REMEMBERED = 10_000;

export class NewNames {
  readonly #asked = new Set<string>();
  readonly #throttle: Throttle;
  readonly #everybody: Bucket;

  constructor(
    { newNamesPerSecond, newNameBurst }: Pick<Limits, 'newNamesPerSecond' | 'newNameBurst'>,
    private readonly now: () => number = Date.now,
  ) {
    this.#throttle = new Throttle(NAMES, now);
    this.#everybody = new Bucket(newNamesPerSecond, newNameBurst, now());
  }

  /** In how many milliseconds it is this room's turn to be opened, whoever asks; null: too many wait. */
  turn(room: string): number | null {
    if (this.#asked.has(room)) return 0;
    const wait = this.#everybody.borrow(1, this.now());
    if (wait > LONGEST_WAIT_MS) {
      this.#everybody.giveBack(1);
      return null;
    }
    this.#remember(room);
    return wait;
  }

  /** 0, or in how many seconds this room may be asked for. What has been asked for lately costs nothing; without an address nobody is held up for others. */
  ask(room: string, address: string | null): number {
    if (address === null || this.#asked.has(room)) return 0;
    const wait = this.#throttle.take(address);
    if (wait > 0) return wait;
    this.#remember(room);
    return 0;
  }

  #remember(room: string): void {
    if (this.#asked.size >= REMEMBERED) this.#asked.clear();
    this.#asked.add(room);
  }
}
