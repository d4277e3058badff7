/** The words of the pages' scripts: those that the server has put into the page, in its language. */
import { pluralForm } from '../../components/wording/plural-form.js';
import { speech } from '../../components/wording/words.js';

/** Once the page has been read as far as its words, which is its head. */
export function speakAsPage(): void {
  const given = document.getElementById('words')?.textContent;
  if (!given) return;
  // Without a prototype, so that `constructor` is no word.
  const words: Readonly<Record<string, string>> = Object.assign(Object.create(null), JSON.parse(given));
  const { tag, form } = pluralForm(document.documentElement.lang);
  speech.now = { tag, words, form, heard: (sentence) => words[sentence] ?? sentence };
}

/** An address of ours that keeps the language which this page was asked for in. */
export function keepingLocale(address: string): string {
  const lang = new URLSearchParams(location.search).get('lang');
  if (!lang) return address;
  const [rest = '', ...fragment] = address.split('#');
  return [`${rest}${rest.includes('?') ? '&' : '?'}lang=${encodeURIComponent(lang)}`, ...fragment].join('#');
}
