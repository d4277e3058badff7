/** The choice of a page's language, and the words of its scripts. */
import { html, raw } from 'hono/html';
import { speech, t } from '../../../components/wording/words.js';
import { LOCALES, type LocaleTag } from '../locale-choice.js';
import { SCRIPT_WORDS } from '../script-words.js';
import { pageLocale, thisPageIn } from '../spoken.js';

type Html = ReturnType<typeof html>;

/** Each language by its own name; empty on a page that is in English only. */
export function localeMenu(): Html | '' {
  const { lang } = pageLocale();
  if (thisPageIn(lang) === undefined) return '';
  return html`<nav aria-label="${t('Language of this page')}" class="text-sm text-quiet"><ul class="flex flex-wrap gap-x-4 gap-y-1">${Object.entries(
    LOCALES,
  ).map(
    ([tag, name]) =>
      html`<li><a href="${thisPageIn(tag as LocaleTag)}" lang="${tag}" hreflang="${tag}" class="quiet-link inline-flex min-h-6 items-center"${tag === lang ? raw(' aria-current="true"') : ''}>${name}</a></li>`,
  )}</ul></nav>`;
}

/** Data, which no browser runs; in English there is nothing to say. */
export function scriptWords(): Html | '' {
  const { now } = speech;
  if (!now) return '';
  const words = Object.fromEntries(SCRIPT_WORDS.map((english) => [english, now.words[english]]));
  return html`<script type="application/json" id="words">${raw(JSON.stringify(words).replaceAll('<', '\\u003c'))}</script>`;
}
