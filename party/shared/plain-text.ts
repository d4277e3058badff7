/** Text as a room keeps it: lines end with LF, and all characters are whole. */

export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** A half of a surrogate pair, which UTF-8 cannot say, becomes a replacement character. */
export function plainText(text: string): string {
  return withLineFeeds(text).replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The pieces of a text, none longer than so many UTF-16 units and none ending inside a surrogate pair; one, if it is empty. */
export function* piecesOf(text: string, units: number): Generator<string> {
  let at = 0;
  do {
    let end = Math.min(at + units, text.length);
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end--;
    yield text.slice(at, end);
    at = end;
  } while (at < text.length);
}

export const isHighSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xd800;
export const isLowSurrogate = (unit: number): boolean => (unit & 0xfc00) === 0xdc00;

/** How many bytes a text has as UTF-8, where a half of a surrogate pair becomes a replacement character. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    // A pair has four bytes.
    if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(at + 1))) at++;
  }
  return bytes;
}
