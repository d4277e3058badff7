// A language that is spoken: its words, and the form of a word that goes with a number.
import { fill } from '../../party/shared/sentence.js';
import { codeIn } from '../../party/shared/sentence-code.js';
import { KNOWN_SENTENCES } from '../session/refusal/refusal-of.js';
import { FAULT_TEXTS } from './fault-text.js';
import type { Tongue, Words } from './words.js';

/** The order of the forms of a word in a table: those of these that the language has. */
export const FORMS: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** All sentences that come with their values in them. */
const KNOWN: Words = { ...KNOWN_SENTENCES, ...FAULT_TEXTS };
/** How deep sentences stand in each other. */
const DEPTH = 2;
/** Sentences that are kept: each one is looked for in all. */
const MOST = 200;

export function spokenBy(words: Words, tag: string): Tongue {
  const rules = rulesOf(tag);
  const { pluralCategories } = rules.resolvedOptions();
  const forms = FORMS.filter((form) => pluralCategories.includes(form));
  const form = (count: number) => forms.indexOf(rules.select(count));
  const known = (sentence: string, depth: number): string => {
    if (words[sentence]) return words[sentence];
    const found = depth > 0 ? codeIn(KNOWN, sentence) : null;
    const text = found && words[KNOWN[found.code] ?? ''];
    if (!text) return sentence;
    // A sentence may stand in another, such as where in a value the difference is.
    const values = Object.entries(found.values).map(([name, value]) => [name, known(value, depth - 1)]);
    return fill(text, Object.fromEntries(values), form);
  };
  const cache = new Map<string, string>();
  const heard = (sentence: string): string => {
    const said = cache.get(sentence) ?? known(sentence, DEPTH);
    if (cache.size >= MOST) cache.clear();
    cache.set(sentence, said);
    return said;
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
