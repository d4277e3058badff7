// A language that is spoken: its words, and the form of a word that goes with a number.
import { table } from '../../party/shared/languages.js';
import { fill } from '../../party/shared/sentence.js';
import { codeIn } from '../../party/shared/sentence-code.js';
import { TEST_FAULTS } from '../../party/shared/test-faults.js';
import { KNOWN_SENTENCES } from '../session/refusal/refusal-of.js';
import { FAULT_TEXTS } from './fault-text.js';
import { pluralForm } from './plural-form.js';
import type { Locale, Words } from './words.js';

/** All sentences that come with their values in them, each by itself. */
const KNOWN: Words = Object.fromEntries(
  [KNOWN_SENTENCES, FAULT_TEXTS, TEST_FAULTS].flatMap((known) => Object.values(known).map((text) => [text, text])),
);
/** How deep sentences stand in each other. */
const DEPTH = 2;
/** Sentences that are kept: each one is looked for in all. */
const MOST = 200;

export function spokenBy(given: Words, tag: string): Locale {
  const words = table(given);
  const { tag: locale, form } = pluralForm(tag);
  const known = (sentence: string, depth: number): string => {
    if (words[sentence]) return words[sentence];
    const found = depth > 0 ? codeIn(KNOWN, sentence) : null;
    const text = found && words[found.code];
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
  return { tag: locale, words, form, heard };
}
