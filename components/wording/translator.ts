// The seam for translations: every sentence about a refusal passes here on its way to people.
import type { SentenceValues } from '../session/refusal/session-refusal.js';

/** Gets the English sentence and, if known, its code and values. */
export type Translator = (english: string, code?: string, values?: SentenceValues) => string;

let translator: Translator | undefined;

/** Applies from now on; text that is shown already does not change. Undefined means English. */
export function translateBy(chosen: Translator | undefined): void {
  translator = chosen;
}

export function say(english: string, code?: string, values?: SentenceValues): string {
  return translator?.(english, code, values) ?? english;
}
