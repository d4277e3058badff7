/** The SHA-256 of a text, in base64, as policies have it. */
import { toBase64 } from '../../party/shared/bytes.js';
export async function digestOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return toBase64(bytes);
}
