/** Pages and fragments in the language of whoever asked for them. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import elementAr from '../../components/wording/languages/ar.js';
import elementDe from '../../components/wording/languages/de.js';
import elementEs from '../../components/wording/languages/es.js';
import elementFr from '../../components/wording/languages/fr.js';
import elementHi from '../../components/wording/languages/hi.js';
import elementJa from '../../components/wording/languages/ja.js';
import elementPt from '../../components/wording/languages/pt.js';
import elementUk from '../../components/wording/languages/uk.js';
import elementZh from '../../components/wording/languages/zh.js';
import { spokenBy } from '../../components/wording/locale.js';
import { type Locale, speech, type Words } from '../../components/wording/words.js';
import { chooseLocale, type LocaleTag, localeTag } from './locale-choice.js';
import ar from './words/ar.js';
import de from './words/de.js';
import es from './words/es.js';
import fr from './words/fr.js';
import hi from './words/hi.js';
import ja from './words/ja.js';
import pt from './words/pt.js';
import uk from './words/uk.js';
import zh from './words/zh.js';

/** The words of the element serve as well: roles and refusals have one name. */
const TABLES: Readonly<Record<Exclude<LocaleTag, 'en'>, readonly Words[]>> = {
  ar: [elementAr, ar],
  de: [elementDe, de],
  es: [elementEs, es],
  fr: [elementFr, fr],
  hi: [elementHi, hi],
  ja: [elementJa, ja],
  pt: [elementPt, pt],
  uk: [elementUk, uk],
  zh: [elementZh, zh],
};

interface Asker {
  tag: LocaleTag;
  /** The language is asked for in the address, so links keep it. */
  asked: boolean;
  /** Of the page, for links to it in another language. */
  address: URL;
}

/** Of the page that is being rendered. Rendering waits for nothing, so no other comes in between. */
let asker: Asker | undefined;
const locales = new Map<string, Locale>();

/** Renders something in the language of the request; it must not wait for anything. */
export function spoken<T>(c: Context, render: () => T): T {
  const found = askerOf(c);
  c.set('locale', found.tag);
  return speakingAs(found, localeOf(found.tag), render);
}

/** The same in words of one's own, for tests. */
export function speakingAs<T>(who: Asker, words: Locale | undefined, render: () => T): T {
  asker = who;
  speech.now = words;
  try {
    return render();
  } finally {
    asker = undefined;
    speech.now = undefined;
  }
}

/** The language of the answer, if it has been rendered in one. */
export function localeOfAnswer(c: Context): LocaleTag | undefined {
  return c.get('locale') as LocaleTag | undefined;
}

export function localeOf(tag: LocaleTag): Locale | undefined {
  if (tag === 'en') return undefined;
  const known = locales.get(tag) ?? spokenBy(Object.assign({}, ...TABLES[tag]), tag);
  locales.set(tag, known);
  return known;
}

/** A fragment speaks as the page that it goes into, whose address HTMX sends. */
function askerOf(c: Context): Asker {
  const own = new URL(c.req.url);
  const around = c.req.header('HX-Request') === 'true' ? c.req.header('HX-Current-URL') : undefined;
  const address = around !== undefined && URL.canParse(around) ? new URL(around) : own;
  const asked = [own, address].map((one) => localeTag(one.searchParams.get('lang') ?? '')).find(Boolean);
  return { tag: asked ?? chooseLocale(c.req.header('Accept-Language') ?? ''), asked: asked !== undefined, address };
}

/** What stands in `<html>`. */
export function pageLocale(): { lang: LocaleTag; dir: 'ltr' | 'rtl' } {
  const lang = asker?.tag ?? 'en';
  return { lang, dir: lang === 'ar' ? 'rtl' : 'ltr' };
}

/** The address of another page of ours, in the language that was asked for. */
export function href(path: string): string {
  if (!asker?.asked) return path;
  const [rest = '', ...fragment] = path.split('#');
  return [`${rest}${rest.includes('?') ? '&' : '?'}lang=${asker.tag}`, ...fragment].join('#');
}

/** The same for a form whose fields become the address. */
export function localeField() {
  return asker?.asked ? html`<input type="hidden" name="lang" value="${asker.tag}">` : '';
}

/** This page in another language; undefined for a page that is in English only. */
export function thisPageIn(tag: LocaleTag): string | undefined {
  if (!asker) return undefined;
  const query = new URLSearchParams(asker.address.search);
  query.set('lang', tag);
  return `?${query}`;
}
