// Sentences with elements inside, such as a name in bold: another language may put them elsewhere.
import type { ValuesOf } from '../../party/shared/sentence.js';
import { speech } from './words.js';

type NamesOf<S> = ValuesOf<S> extends [values: infer V] ? keyof V : never;

/** The parts of the sentence, in their order; each value stands where its braces are. */
export function rich<S extends string>(english: S, values: Readonly<Record<NamesOf<S>, unknown>>): unknown[] {
  const given: Readonly<Record<string, unknown>> = values;
  const text = speech.now?.words[english] ?? english;
  return text.split(/\{(\w+)\}/).map((part, at) => (at % 2 ? given[part] : part));
}
