/** The AI that answers questions of this server's rooms: an endpoint of its own that speaks as OpenAI's chat completions do. */

export interface AiService {
  /** Without a slash at its end; `/chat/completions` stands below it. */
  url: string;
  model: string;
  /** What proves to the service who asks; never leaves this server. */
  key?: string;
}

/** A key that fits into a header. */
export const HEADER_KEY = /^[\x21-\x7e]+$/;
export const HEADER_KEY_WORDS = 'a key of letters without accents, digits and signs, without spaces';

/** Throws an Error that ends the sentence "CODE_ROOM_AI_URL must be …". */
export function readAiUrl(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : null;
  const plain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash;
  if (!plain)
    throw new Error(
      'an address such as https://api.example.com/v1, without a password (a key stands in CODE_ROOM_AI_KEY)',
    );
  return url.origin + url.pathname.replace(/\/+$/, '').replace(/\/chat\/completions$/, '');
}

/** Throws an Error that ends the sentence "CODE_ROOM_AI_KEY must be …" and holds no key. */
export function readAiKey(value: string | undefined): string | undefined {
  if (value !== undefined && !HEADER_KEY.test(value)) throw new Error(HEADER_KEY_WORDS);
  return value;
}

/** Null where none is set. */
export function aiServiceOf({
  CODE_ROOM_AI_URL: url,
  CODE_ROOM_AI_KEY: key,
  CODE_ROOM_AI_MODEL: model,
}: {
  CODE_ROOM_AI_URL?: string | undefined;
  CODE_ROOM_AI_KEY?: string | undefined;
  CODE_ROOM_AI_MODEL?: string | undefined;
}): AiService | null {
  return url && model ? { url, model, ...(key && { key }) } : null;
}
