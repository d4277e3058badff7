/** Fields of a form as they were sent; what is no form has none. */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** `all`: of a field that comes more than once each value, as a list. */
export async function readFields(c: Context, all = false): Promise<Record<string, unknown>> {
  try {
    return await c.req.parseBody({ all });
  } catch {
    return {}; // Its type and its bytes do not agree: whoever sent it did not use our page.
  }
}

/** Refuses a form that is too large, or that breaks off on its way: neither is a failure of ours. */
export function limitForm(maxSize: number, tooLarge: (c: Context) => Response | Promise<Response>): MiddlewareHandler {
  const limit = bodyLimit({ maxSize, onError: tooLarge });
  return async (c, next) => {
    try {
      const refused = await limit(c, async () => {});
      if (refused) return refused;
    } catch {
      return c.text('The form did not arrive whole. Send it again.', 400);
    }
    await next();
  };
}
