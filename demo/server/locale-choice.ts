/** Which language a page speaks: the one that its address asks for, else the first of those that the browser reads. */

/** The languages of the pages by their own names, in the order in which they are offered. */
export const LOCALES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  pt: 'Português',
  uk: 'Українська',
  ar: 'العربية',
  hi: 'हिन्दी',
  ja: '日本語',
  zh: '中文',
} as const;

export type LocaleTag = keyof typeof LOCALES;

/** A header may be long, and anybody may send it. */
const MOST_RANGES = 40;

/** `de-AT` is read by whoever reads German; undefined where there is no such language. */
export function localeTag(range: string): LocaleTag | undefined {
  const [language = ''] = range.trim().toLowerCase().split('-');
  return Object.hasOwn(LOCALES, language) ? (language as LocaleTag) : undefined;
}

/** `accepted` is an `Accept-Language`: of equal weights the first counts, and a weight of 0 is a language that nobody wants. */
export function chooseLocale(accepted: string): LocaleTag {
  const ranges = accepted.split(',', MOST_RANGES).map((range) => {
    const [tag = '', ...parameters] = range.split(';');
    const weight = parameters.map((one) => /^\s*q\s*=\s*(\S+)\s*$/i.exec(one)?.[1]).find((one) => one !== undefined);
    return { tag: localeTag(tag), weight: Number(weight ?? 1) };
  });
  const read = ranges.filter(({ tag, weight }) => tag && weight > 0 && weight <= 1);
  return read.sort((one, other) => other.weight - one.weight)[0]?.tag ?? 'en';
}
