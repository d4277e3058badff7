/** Limits size and nesting of request bodies before they are parsed. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from './problem.js';

/** Deeper than any body the API accepts. Some engines need seconds to parse a body of nested brackets. */
const DEPTH = 16;

/** Throws a Problem for a body that is too long or too deeply nested. */
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
      if (isDeep(text, depth))
        throw new Problem(400, `The body is nested too deeply. Send JSON of at most ${depth} levels.`);
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

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** Whether brackets outside of strings are nested deeper than `most`. */
function isDeep(json: string, most: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    if (unit === QUOTE) quoted = !quoted;
    else if (unit === BACKSLASH) at++;
    else if (quoted) continue;
    else if (unit === OPEN_LIST || unit === OPEN_OBJECT) depth++;
    else if (unit === CLOSE_LIST || unit === CLOSE_OBJECT) depth--;
    if (depth > most) return true;
  }
  return false;
}
