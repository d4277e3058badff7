// Translation: replaces refusals by sentences of another language, from a table by code. Missing entries stay English.
import { fill } from '../../party/shared/sentence.js';
import { KNOWN_SENTENCES, refusalOf } from '../session/refusal-of.js';
import { ADDED_TEXTS } from './added-files.js';
import { LATER_TEXTS } from './later-text.js';
import { REFUSAL_TEXTS } from './refusal-text.js';
import { TEST_TEXTS } from './test-text.js';
import { translateBy } from './translator.js';

/** All sentences that can be translated, by code: those of room, session and element. */
export const ENGLISH = { ...KNOWN_SENTENCES, ...REFUSAL_TEXTS, ...LATER_TEXTS, ...ADDED_TEXTS, ...TEST_TEXTS };

/** A table with the same values in braces as in English; units are translated, too: `{seconds:Sekunde|Sekunden}`. */
export type Translation = Readonly<Partial<Record<keyof typeof ENGLISH, string>>>;

export function translate(table: Translation): void {
  const sentences: Readonly<Record<string, string | undefined>> = table;
  translateBy((english, code, values) => {
    const found = code ? { code, values } : refusalOf(english);
    const sentence = found && sentences[found.code];
    return sentence ? fill(sentence, found.values) : english;
  });
}
