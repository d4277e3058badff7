/** Cleans the names people give themselves and their files, so that a name is only ever a name. */

/** Letters and marks of scripts in which joiners spell: Arabic to Sinhala, Tibetan and Myanmar, Khmer to Vedic, Brahmi and its like, Adlam. */
const JOINED = String.raw`[\u0600-\u0dff\u0f00-\u109f\u1780-\u1cff\ua840-\uabff\u{10a00}-\u{11fff}\u{1e900}-\u{1e95f}]`;
/**
 * What is not seen: control, format (bidi and zero-width among them), line and paragraph separators, private use, unassigned,
 * lone surrogates. First, as a group, what of it is kept: joiners of such letters; what makes several pictures one; what chooses
 * how a picture or an ideograph looks; the tags of a flag.
 */
const UNSEEN = new RegExp(
  String.raw`(${JOINED}(?:\u200d|\u200c(?=${JOINED}))|[\p{ExtPict}\p{EMod}]\ufe0f?\u200d(?=\p{ExtPict})|\p{Emoji}[\ufe0e\ufe0f]|\p{UIdeo}[\u{e0100}-\u{e01ef}]|🏴[\u{e0061}-\u{e007a}]+\u{e007f})|[\p{C}\p{DI}\u2028\u2029\u2800]`,
  'gu',
);
/** More than two marks that go with any letter, or five that a script has of its own, paint over the neighbours. */
const MARK_PILE = /(\p{sc=Zinh}{2})\p{sc=Zinh}+|(\p{M}{5})\p{M}+/gu;

/** Marks with nothing of the name before them paint over whatever stands there. */
const MARKS_FIRST = /^\p{M}+/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Without what nobody sees and what no spelling needs. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, '$1');
}

/** NFC, one line, at most `limit` characters; empty when nothing printable is left. */
export function cleanName(name: string, limit: number): string {
  const flat = visibleText(
    name
      .slice(0, limit * 8)
      .normalize('NFC')
      .replace(/\s+/gu, ' '),
  );
  const whole = flat.replace(MARK_PILE, '$1$2').trim().replace(MARKS_FIRST, '');
  // A joiner may have lost what it joined.
  const cleaned = visibleText([...whole].slice(0, limit).join('')).trim();
  return VISIBLE.test(cleaned) ? cleaned : '';
}

const LANGUAGE_ID = /^[a-z0-9][a-z0-9+#-]{0,31}$/;

export function isLanguageId(id: string): boolean {
  return LANGUAGE_ID.test(id);
}

const ROOM_ID = /^[A-Za-z0-9_-]{1,64}$/;

export function isRoomId(id: string): boolean {
  return ROOM_ID.test(id);
}

/** The same for two names that some disk cannot keep apart: they differ by case, normal form or what is not seen only. */
export function fileNameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\p{DI}/gu, '');
}
