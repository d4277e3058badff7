// Says what cannot be done in another language: a table by code, fetched by whoever speaks it. What a table does not have stays English.
import { fill } from '../../party/shared/sentence.js';
import { KNOWN_SENTENCES, refusalOf } from '../session/refusal-of.js';
import { LATER_TEXTS } from './later-text.js';
import { REFUSAL_TEXTS } from './refusal-text.js';
import { TEST_TEXTS } from './test-text.js';
import { translateBy } from './translator.js';

/** What there is to translate: all that a room, a session and the element refuse, by code. */
export const ENGLISH = { ...KNOWN_SENTENCES, ...REFUSAL_TEXTS, ...LATER_TEXTS, ...TEST_TEXTS };

/** Sentences with the same values in braces as the English ones; units are words of that language, `{seconds:Sekunde|Sekunden}`. */
export type Translation = Readonly<Partial<Record<keyof typeof ENGLISH, string>>>;

export function translate(table: Translation): void {
  const sentences: Readonly<Record<string, string | undefined>> = table;
  translateBy((english, code, values) => {
    const found = code ? { code, values } : refusalOf(english);
    const sentence = found && sentences[found.code];
    return sentence ? fill(sentence, found.values) : english;
  });
}
