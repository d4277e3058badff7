/** Fields of a form as they were sent; what is no form has none. */
import type { Context } from 'hono';

export async function readFields(c: Context): Promise<Record<string, unknown>> {
  try {
    return await c.req.parseBody();
  } catch {
    return {}; // Its type and its bytes do not agree: whoever sent it did not use our page.
  }
}
