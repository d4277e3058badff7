/** How large and how deep the body of a request may be: looked at before anything is made of it. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from './problem.js';

/** Deeper than anything the API takes. Engines differ in what a body of brackets alone costs them; some need seconds. */
const DEPTH = 16;

/** Throws a Problem for a body that is longer, or nested too deeply. */
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
      // The request keeps the text: it is not read twice.
      const text = c.req.method === 'GET' || c.req.method === 'HEAD' ? '' : await c.req.text();
      if (isDeep(text, depth))
        throw new Problem(400, `The body is nested too deeply. Send JSON of at most ${depth} levels.`);
    });
    await next();
  };
}

/** A body that breaks off, or is none, is the caller's fault: it is no failure of ours, and nothing to report. */
async function arrived(read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(400, 'The body did not arrive whole. Send it again.');
  }
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** Whether there are more brackets in each other than anybody means, texts not counted. */
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
