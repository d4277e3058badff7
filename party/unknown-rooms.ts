/** Keeps callers from asking for room after room that is not there: each costs the disk a little. */
import type { Context, MiddlewareHandler } from 'hono';
import { Problem } from './problem.js';
import { Throttle } from './throttle.js';

/** From one address in a minute; more than anybody mistypes. */
const MISSES = 60;
/** Rooms known to be there that are remembered; about a megabyte. */
const KNOWN = 10_000;

/** Rooms that have answered once are never held up by what others ask for. */
export function unknownRooms(addressOf: (c: Context) => string, now: () => number): MiddlewareHandler {
  const misses = new Throttle(MISSES, now);
  const known = new Set<string>();
  return async (c, next) => {
    const room = c.req.param('id') ?? '';
    const wait = known.has(room) ? 0 : misses.left(addressOf(c));
    if (wait > 0) throw tooMany('You have asked for too many rooms that are not there.', wait);
    await next();
    if (c.res.ok) {
      if (known.size >= KNOWN) known.clear();
      known.add(room);
    } else if (!known.has(room) && (c.res.status === 404 || c.res.status === 401)) misses.take(addressOf(c));
  };
}

export function tooMany(sentence: string, seconds: number): Problem {
  const wait = `Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and try again.`;
  return new Problem(429, `${sentence} ${wait}`, undefined, { 'Retry-After': String(seconds) });
}
