// A language that is spoken: its words, and the form of a word that goes with a number.
import { fill } from '../../party/shared/sentence.js';
import { codeIn } from '../../party/shared/sentence-code.js';
import { KNOWN_SENTENCES } from '../session/refusal-of.js';
import type { Tongue, Words } from './words.js';

/** The order of the forms of a word in a table: those of these that the language has. */
export const FORMS: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

export function spokenBy(words: Words, tag: string): Tongue {
  const rules = rulesOf(tag);
  const { pluralCategories } = rules.resolvedOptions();
  const forms = FORMS.filter((form) => pluralCategories.includes(form));
  const form = (count: number) => forms.indexOf(rules.select(count));
  const heard = (sentence: string): string => {
    const found = words[sentence] ? undefined : codeIn(KNOWN_SENTENCES, sentence);
    const text = words[found ? KNOWN_SENTENCES[found.code] : sentence];
    return text ? fill(text, found?.values, form) : sentence;
  };
  return { tag: rules.resolvedOptions().locale, words, form, heard };
}

/** A `lang` may be anything, and `Intl` throws for what is no tag. */
function rulesOf(tag: string): Intl.PluralRules {
  try {
    return new Intl.PluralRules(tag);
  } catch {
    return new Intl.PluralRules('en');
  }
}
