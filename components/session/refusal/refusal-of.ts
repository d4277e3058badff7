/** Finds the code of a refusal by the room's or session's sentence. */
import { FILE_NAME_SENTENCES } from '../../../party/shared/file-names.js';
import { REFUSAL_SENTENCES } from '../../../party/shared/refusals.js';
import { codeIn } from '../../../party/shared/sentence-code.js';
import { LATER_SENTENCES } from './later-sentences.js';
import { FIRST_SENTENCES, type KnownCode } from './session-refusal.js';

/** All sentences of rooms and sessions, by code. */
export const KNOWN_SENTENCES: Readonly<Record<KnownCode, string>> = {
  ...REFUSAL_SENTENCES,
  ...FILE_NAME_SENTENCES,
  ...FIRST_SENTENCES,
  ...LATER_SENTENCES,
};

/** Code and values of a sentence, for translation. Null for any other sentence. */
export function refusalOf(sentence: string): { code: KnownCode; values: Record<string, string> } | null {
  return codeIn(KNOWN_SENTENCES, sentence);
}
