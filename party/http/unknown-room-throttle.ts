/** Throttles requests for rooms that do not exist: guessing ids is slow, and each request may cost the engine something. */
import type { Context, MiddlewareHandler } from 'hono';
import { AddressThrottle } from '../rate/address-throttle.js';
import { Problem, tooMany } from './problem.js';

/** Requests per minute and address to which the answer is that there is no such room, or that the token is not of it; more than anybody mistypes. */
const MISSES = 60;
/** Existing rooms that are remembered; about a megabyte. */
const KNOWN = 10_000;

/** An existing room is never affected by requests for others: it is remembered, or found by asking it. */
export class UnknownRoomThrottle {
  readonly #misses: AddressThrottle;
  readonly #known = new Set<string>();

  constructor(
    private readonly addressOf: (c: Context) => string,
    now: () => number,
    /** Whether the room exists, or this client would create it by entering. */
    private readonly isThere: (c: Context, room: string) => Promise<boolean>,
  ) {
    this.#misses = new AddressThrottle(MISSES, now);
  }

  /** Remembers a room that has answered or was just created; drops the oldest. */
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

  /** Like `watch`, for a room named in a token. */
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
