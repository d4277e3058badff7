/** Normalises text as a room stores it: LF line ends and no lone surrogates. */

export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** A lone surrogate, which UTF-8 cannot encode, becomes a replacement character. */
export function plainText(text: string): string {
  return withLineFeeds(text).replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Pieces of a text, at most so many UTF-16 units each and never ending inside a surrogate pair; one piece if it is empty. */
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

/** Length in UTF-8 bytes; a lone surrogate counts as a replacement character. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    bytes += unit < 0x800 ? 1 : 2;
    // A surrogate pair has four bytes.
    if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(at + 1))) at++;
  }
  return bytes;
}
