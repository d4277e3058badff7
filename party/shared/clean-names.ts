/** Cleans names of people and files: removes invisible characters and stacked marks. */

/** Scripts in which joiners are part of the spelling: Arabic to Sinhala, Tibetan and Myanmar, Khmer to Vedic, Brahmi and related, Adlam. */
const JOINED = String.raw`[\u0600-\u0dff\u0f00-\u109f\u1780-\u1cff\ua840-\uabff\u{10a00}-\u{11fff}\u{1e900}-\u{1e95f}]`;
/**
 * Invisible characters: control, format (bidi and zero-width included), line and paragraph separators, private use, unassigned,
 * lone surrogates. The first group matches those that are kept: joiners of those scripts; what combines emoji; variation
 * selectors; the tags of a flag.
 */
const UNSEEN = new RegExp(
  String.raw`(${JOINED}(?:\u200d|\u200c(?=${JOINED}))|[\p{ExtPict}\p{EMod}]\ufe0f?\u200d(?=\p{ExtPict})|\p{Emoji}[\ufe0e\ufe0f]|\p{UIdeo}[\u{e0100}-\u{e01ef}]|🏴[\u{e0061}-\u{e007a}]+\u{e007f})|[\p{C}\p{DI}\u2028\u2029\u2800]`,
  'gu',
);
/** More than two marks that go with any letter, or more than five of one script, overlap neighbouring text. */
const MARK_PILE = /(\p{sc=Zinh}{2})\p{sc=Zinh}+|(\p{M}{5})\p{M}+/gu;

/** Marks at the start of a name would overlap whatever stands before it. */
const MARKS_FIRST = /^\p{M}+/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Removes invisible characters that no spelling needs. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, '$1');
}

/** NFC, one line, at most `limit` characters; empty when nothing visible is left. */
export function cleanName(name: string, limit: number): string {
  const flat = visibleText(
    name
      .slice(0, limit * 8)
      .normalize('NFC')
      .replace(/\s+/gu, ' '),
  );
  const whole = flat.replace(MARK_PILE, '$1$2').trim().replace(MARKS_FIRST, '');
  // Cutting may have separated a joiner from what it joined.
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

/** Equal for two names that some file system treats as the same: they differ only in case, normal form or invisible characters. */
export function fileNameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\p{DI}/gu, '');
}

/** The file that is meant by a name as people and programs write it. */
export function fileNamed<T extends { readonly name: string }>(files: readonly T[], name: string): T | undefined {
  const key = fileNameKey(name.replace(/^(\.\/)+/, ''));
  return files.find((file) => fileNameKey(file.name) === key);
}
