// Which language an element speaks: that of the nearest `lang`, as far as there is a table of it.
import { type Locale, speech, type Words } from './words.js';

/** Fetched when an element speaks them. */
const OURS: Readonly<Record<string, () => Promise<{ default: Words }>>> = {
  ar: () => import('./languages/ar.js'),
  de: () => import('./languages/de.js'),
  es: () => import('./languages/es.js'),
  fr: () => import('./languages/fr.js'),
  hi: () => import('./languages/hi.js'),
  ja: () => import('./languages/ja.js'),
  pt: () => import('./languages/pt.js'),
  uk: () => import('./languages/uk.js'),
  zh: () => import('./languages/zh.js'),
};

/** Of ours. Code is from left to right in all. */
const RIGHT_TO_LEFT: readonly string[] = ['ar'];

/** Pause before a failed load is retried. */
const AGAIN_MS = 5_000;

type Fetched = { default: Words } | undefined;

/** Ours that have been fetched; undefined while they are on their way. */
const fetched = new Map<string, Fetched>();
/** By the `lang` of elements. */
const locales = new Map<string, Locale | undefined>();
/** Of locale.ts, once a table needs it. */
let spokenBy: typeof import('./locale.js').spokenBy | undefined;

/** What elements do: `repaint` renders them all, `addRule` adds a rule to their styles. */
interface Speakers {
  repaint(): void;
  addRule(rule: string): void;
}

/** Elements speak from now on. */
export function follow({ repaint, addRule }: Speakers): void {
  const seen = new WeakSet<Node>();
  const changes = new MutationObserver(repaint);
  const fetchWords = async (tag: string, load?: () => Promise<Fetched>): Promise<void> => {
    fetched.set(tag, undefined);
    try {
      const [words, { spokenBy: speak }] = await Promise.all([load?.(), import('./locale.js')]);
      spokenBy = speak;
      fetched.set(tag, words);
      speech.refresh?.();
    } catch {
      // The connection is lost for the moment; until it is back, the words are English.
      setTimeout(() => void fetchWords(tag, load), AGAIN_MS);
    }
  };
  const localeOf = (lang: string): Locale | undefined => {
    const tags = tagsOf(lang);
    for (const tag of tags)
      if ((OURS[tag] || given(tag).length > 0) && !fetched.has(tag)) void fetchWords(tag, OURS[tag]);
    const tables = tags.flatMap((tag) => [fetched.get(tag)?.default, ...given(tag)]);
    const words: Words = Object.assign(Object.create(null), ...tables);
    return Object.keys(words).length > 0 ? spokenBy?.(words, lang) : undefined;
  };
  speech.adoptLanguageOf = (element) => {
    let lang: string | null = null;
    for (let at: Element | null = element; at; at = parentOf(at)) {
      if (!seen.has(at)) changes.observe(at, { attributeFilter: ['lang'] });
      seen.add(at);
      lang ??= at.getAttribute('lang');
    }
    lang ??= '';
    if (!locales.has(lang)) locales.set(lang, localeOf(lang));
    speech.now = locales.get(lang);
  };
  const directed = new Set<string>();
  const direct = (lang: string, dir: string): void => {
    const rule = `:host(:lang(${lang}):not([dir])) { direction: ${dir}; }`;
    if (!directed.has(rule)) addRule(rule);
    directed.add(rule);
  };
  speech.refresh = () => {
    locales.clear();
    for (const [lang, , { dir } = {}] of speech.given) if (dir) direct(lang, dir);
    repaint();
  };
  for (const lang of RIGHT_TO_LEFT) direct(lang, 'rtl');
  speech.refresh();
}

/** An ancestor, also of the element around a shadow root. */
function parentOf(element: Element): Element | null {
  const root = element.parentNode;
  return root instanceof ShadowRoot ? root.host : element.parentElement;
}

/** `de-at` is understood where German is, and its own words come last: `['de', 'de-at']`. */
export function tagsOf(lang: string): string[] {
  const parts = lang.toLowerCase().split('-');
  return parts.map((_, at) => parts.slice(0, at + 1).join('-'));
}

function given(tag: string): Words[] {
  return speech.given.filter(([lang]) => lang.toLowerCase() === tag).map(([, words]) => words);
}
