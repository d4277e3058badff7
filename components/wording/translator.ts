// Where another language comes in: what cannot be done passes here on its way to people, from whatever table it is.
import type { SentenceValues } from '../session/refusal/session-refusal.js';

/** Has the English sentence, and what it is made of where that is known. */
export type Translator = (english: string, code?: string, values?: SentenceValues) => string;

let translator: Translator | undefined;

/** What is said from now on; nothing that stands on the page is said again. Without one it is English. */
export function translateBy(chosen: Translator | undefined): void {
  translator = chosen;
}

export function say(english: string, code?: string, values?: SentenceValues): string {
  return translator?.(english, code, values) ?? english;
}
