/** Cleans the names people give themselves and their files, so that a name is only ever a name. */

/** Control, format (bidi and zero-width among them), line and paragraph separators, private use, unassigned, lone surrogates. */
const NOT_IN_A_NAME = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** More than two combining marks in a row paint over the neighbours. */
const MARK_PILE = /(\p{M}{2})\p{M}+/gu;

/** Marks with nothing of the name before them paint over whatever stands there. */
const MARKS_FIRST = /^\p{M}+/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** NFC, one line, at most `limit` characters; empty when nothing printable is left. */
export function cleanName(name: string, limit: number): string {
  const flat = name
    .slice(0, limit * 8)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(NOT_IN_A_NAME, '');
  const cleaned = [...flat.replace(MARK_PILE, '$1').trim().replace(MARKS_FIRST, '')].slice(0, limit).join('').trim();
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

/** The same for two names that some disk cannot keep apart: they differ by case or normal form only. */
export function fileNameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}
