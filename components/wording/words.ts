// The words people read. They stand in the source in English, which is their key in the tables of other languages.
import { fill, type ValuesOf } from '../../party/shared/sentence.js';

export type Values = Readonly<Record<string, string | number>>;

/** Marks a table of English texts, whose entries are shown through `translated()`: `{ … } satisfies Words`. */
export type Words = Readonly<Record<string, string>>;

/** The same for a table whose keys are the texts. */
export type WordsAsKeys = Readonly<Record<string, unknown>>;

/** The same for a single text: `'…' satisfies Word`. */
export type Word = string;

/** A language that is spoken; English is none. */
export interface Locale {
  /** For `Intl`. */
  readonly tag: string;
  readonly words: Words;
  /** Which of the forms of a word goes with a number. */
  form(count: number): number;
  /** Translates an English sentence that has its values already, such as one of the room. */
  heard(sentence: string): string;
}

/** Options of a translation. */
export interface TranslationOptions {
  /** Direction of the element's own words; code is always left to right. */
  dir?: 'ltr' | 'rtl';
}

/** Words of a language by their English text; those that `code-room` has itself are offered, and any of them may be missing. */
export type Translation = Words & Partial<Record<keyof typeof import('./languages/de.js')['default'], string>>;

type Given = [lang: string, words: Words, options?: TranslationOptions];

interface Speech {
  /** Of the element that was rendered last: `adoptLanguageOf` sets it before each update. */
  now?: Locale | undefined;
  /** These two are of languages.ts, once it is loaded. */
  adoptLanguageOf?: (element: Element) => void;
  refresh?: () => void;
  readonly given: Given[];
  /** The room or replay around the element that is rendered: landmarks.ts names what is in it. */
  around?: Element | undefined;
}

export const speech: Speech = { given: [] };

/** The words of this English text in the language that is spoken; a missing translation stays English. */
export function t<S extends string>(english: S, ...[values]: ValuesOf<S>): string {
  return translated(english, values);
}

/** Like `t`, for a text from a table. */
export function translated(english: string, values?: Values): string {
  const { now } = speech;
  return fill(now?.words[english] ?? english, values, now && ((count) => now.form(count)));
}

/** Like `translated`, for an English sentence that has its values already. */
export function heard(sentence: string): string {
  return speech.now?.heard(sentence) ?? sentence;
}

/** Adds words of a language, or replaces some; what is missing stays as it is. The keys are the English texts. `lang` is a BCP 47 tag. */
export function registerTranslation(lang: string, words: Translation, options?: TranslationOptions): void {
  speech.given.push([lang, words, options]);
  speech.refresh?.();
}
