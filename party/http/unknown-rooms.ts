/** Keeps callers from asking for room after room that is not there: guessing is slow, and each may cost an engine something. */
import type { Context, MiddlewareHandler } from 'hono';
import { AddressThrottle } from '../rate/address-throttle.js';
import { Problem } from './problem.js';

/** From one address in a minute; more than anybody mistypes. */
const MISSES = 60;
/** Rooms known to be there that are remembered; about a megabyte. */
const KNOWN = 10_000;

/** A room that is there is never held up by what others ask for: it is known, or found by asking it. */
export class UnknownRooms {
  readonly #misses: AddressThrottle;
  readonly #known = new Set<string>();

  constructor(
    private readonly addressOf: (c: Context) => string,
    now: () => number,
    /** Whether this caller would find the room, there already or made by coming. */
    private readonly isThere: (c: Context, room: string) => Promise<boolean>,
  ) {
    this.#misses = new AddressThrottle(MISSES, now);
  }

  /** It has answered, or has just been made. The one known longest makes room. */
  know(room: string): void {
    this.#known.delete(room);
    this.#known.add(room);
    for (const oldest of this.#known) {
      if (this.#known.size <= KNOWN) break;
      this.#known.delete(oldest);
    }
  }

  get watch(): MiddlewareHandler {
    return async (c, next) => {
      const room = c.req.param('id') ?? '';
      await this.#hold(c, room);
      await next();
      this.#note(c, room, c.res.status);
    };
  }

  /** As `watch`, of a room that a token names. */
  async reach<T>(c: Context, room: string, ask: () => Promise<T>): Promise<T> {
    await this.#hold(c, room);
    try {
      const answer = await ask();
      this.know(room);
      return answer;
    } catch (error) {
      if (error instanceof Problem) this.#note(c, room, error.status);
      throw error;
    }
  }

  async #hold(c: Context, room: string): Promise<void> {
    const wait = this.#known.has(room) ? 0 : this.#misses.left(this.addressOf(c));
    if (wait > 0 && !(await this.isThere(c, room)))
      throw tooMany('You have asked for too many rooms that are not there.', wait);
  }

  #note(c: Context, room: string, status: number): void {
    if (status < 300) this.know(room);
    else if (!this.#known.has(room) && (status === 404 || status === 401)) this.#misses.take(this.addressOf(c));
  }
}

export function tooMany(sentence: string, seconds: number): Problem {
  const wait = `Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and try again.`;
  return new Problem(429, `${sentence} ${wait}`, undefined, { 'Retry-After': String(seconds) });
}
