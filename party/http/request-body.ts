/** Limits size, nesting and lists of request bodies before they are parsed. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from './problem.js';

/** Deeper than any body the API accepts. Some engines need seconds to parse a body of nested brackets. */
const DEPTH = 16;
/** Elements of a list among the outer levels, where each is checked by itself: many more than a room may have of anything. */
const LIST_LENGTH = 10_000;
/** Lists further in are values of tests, which may have as many elements as their bytes hold. */
const OUTER_LEVELS = 3;

/** Throws a Problem for a body that is too long or too deeply nested, or has too long a list. */
export function limitBody(maxSize: number, depth = DEPTH): MiddlewareHandler {
  const limitSize = bodyLimit({
    maxSize,
    onError: () => {
      throw new Problem(413, `The body is too large. Send at most ${Math.floor(maxSize / 1024)} KiB.`);
    },
  });
  return async (c, next) => {
    await arrived(async () => {
      await limitSize(c, async () => {});
      // The request caches the text, so it is not read twice.
      const text = c.req.method === 'GET' || c.req.method === 'HEAD' ? '' : await c.req.text();
      const fault = faultIn(text, depth);
      if (fault) throw new Problem(400, fault);
    });
    await next();
  };
}

/** An interrupted or invalid body is the client's fault, so it is not reported as an error of ours. */
async function arrived(read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(400, 'The body did not arrive whole. Send it again.');
  }
}

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** A sentence when brackets outside of strings are nested deeper than `most`, or a list is too long; else null. */
function faultIn(json: string, most: number): string | null {
  /** Of the list that is open at each outer level; an object's commas never reach the limit. */
  const commas = Array<number>(OUTER_LEVELS + 1).fill(0);
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    if (unit === QUOTE) quoted = !quoted;
    else if (unit === BACKSLASH) at++;
    else if (quoted) continue;
    else if (unit === OPEN_LIST || unit === OPEN_OBJECT) {
      depth++;
      if (depth > most) return `The body is nested too deeply. Send JSON of at most ${most} levels.`;
      if (depth > 0 && depth <= OUTER_LEVELS) commas[depth] = unit === OPEN_LIST ? 0 : Number.NEGATIVE_INFINITY;
    } else if (unit === CLOSE_LIST || unit === CLOSE_OBJECT) depth--;
    else if (unit === COMMA && depth > 0 && depth <= OUTER_LEVELS) {
      commas[depth] = (commas[depth] ?? 0) + 1;
      if ((commas[depth] ?? 0) >= LIST_LENGTH) return 'A list in the body is too long. Shorten it.';
    }
  }
  return null;
}
