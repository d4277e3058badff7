/** Parses form fields; a body that is not a form has none. */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Word } from '../../components/wording/words.js';
import { refusal } from './ask-api.js';

export const NOT_WHOLE = 'The form did not arrive whole. Send it again.' satisfies Word;

/** `all`: a repeated field becomes a list. */
export async function readFields(c: Context, all = false): Promise<Record<string, unknown>> {
  try {
    return await c.req.parseBody({ all });
  } catch {
    return {}; // Type and body do not match: the request is not from our page.
  }
}

/** Refuses a form that is too large or interrupted, without reporting a failure of ours. */
export function limitForm(maxSize: number, tooLarge: (c: Context) => Response | Promise<Response>): MiddlewareHandler {
  const limit = bodyLimit({ maxSize, onError: tooLarge });
  return async (c, next) => {
    try {
      const refused = await limit(c, async () => {});
      if (refused) return refused;
    } catch {
      return refusal(c, NOT_WHOLE, 400);
    }
    await next();
  };
}
