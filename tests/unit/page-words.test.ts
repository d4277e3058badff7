/** The words of the host's pages: each that is shown can be translated, and each language has them all, in the element's words where it has them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Words } from '../../components/wording/words.js';
import { LOCALES } from '../../demo/server/locale-choice.js';
import { MAKING_REFUSALS, SCRIPT_WORDS } from '../../demo/server/script-words.js';
import { ACTIVITY_TEXTS } from '../../party/shared/activity.js';
import { DURATION_TEXTS } from '../../party/shared/format-time.js';
import { REFUSAL_SENTENCES } from '../../party/shared/refusals.js';
import { wordsIn } from './shown-words.js';

const LANGUAGES = Object.keys(LOCALES).filter((tag) => tag !== 'en');

/** Documents and what makes them are in English; so are figures for machines, and what stands in a report. */
const ENGLISH_ONLY =
  /^demo\/(build|docs|engine|examples|questions)\/|^demo\/server\/(words\/|pages\/(api|docs-page|languages|services|policy|message-search|code-block|english-only)\.ts|(rights|docs|docs-routes|embed-policy|api-markdown|api-description|language-table|language-routes|preview-page|metrics|questions|static-files|host)\.ts)|^demo\/site\/live-example/;
/** Names, and attributes in a template of their own. */
const NO_WORDS = /: (?:HTTP|Markdown|…code-room|selected|data-added|data-made|[\w-]+="[^"]*".*)$/;
/** A fault of ours, which nobody can read in a page that lacks a part. */
const FOR_US = /: The page has no #….$/;

const found = wordsIn('demo', (path) => !ENGLISH_ONLY.test(path));
/** What the room writes, and a page shows in its reader's language. */
const reported = wordsIn('party/commands', (path) => /\/report[\w-]*\.ts$/.test(path));
const keys = [...new Set([...found.keys.keys(), ...reported.keys.keys(), ...Object.values(DURATION_TEXTS)])];

async function tableAt(folder: string, language: string): Promise<Words> {
  return ((await import(`../../${folder}/${language}.js`)) as { default: Words }).default;
}

const namesIn = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();

describe('the words of the pages', () => {
  it('are all shown through the tables of languages', () => {
    assert.deepEqual(
      [...found.bare, ...reported.bare].filter((words) => !NO_WORDS.test(words) && !FOR_US.test(words)),
      [],
    );
  });

  for (const language of LANGUAGES) {
    it(`have all a translation in ${language}, with the same values in it`, async () => {
      const [element, own] = [
        await tableAt('components/wording/languages', language),
        await tableAt('demo/server/words', language),
      ];
      assert.deepEqual(
        keys.filter((key) => !element[key] && !own[key]),
        [],
        'not translated',
      );
      assert.deepEqual(
        Object.keys(own).filter((key) => !keys.includes(key)),
        [],
        'not used',
      );
      assert.deepEqual(
        Object.keys(own).filter((key) => element[key]),
        [],
        'the element has these words',
      );
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      for (const [key, text] of Object.entries(own)) {
        assert.deepEqual(namesIn(text), namesIn(key), `${key}: ${text}`);
        for (const [, unit = ''] of text.matchAll(/\{\w+:([^}]*)\}/g))
          assert.ok(unit.split('|').length <= pluralCategories.length && !unit.split('|').includes(''), text);
      }
    });
  }

  it('come into a page as far as its scripts say them, and no further', () => {
    const said = wordsIn('demo/site', (path) => !ENGLISH_ONLY.test(path));
    const imported: string[] = [...Object.values(DURATION_TEXTS), ...Object.values(ACTIVITY_TEXTS)];
    const all = [...said.keys.keys(), ...imported];
    const given = new Set(SCRIPT_WORDS);
    assert.equal(given.size, SCRIPT_WORDS.length, 'one stands there twice');
    assert.deepEqual(
      all.filter((word) => !given.has(word)),
      [],
      'a script says them',
    );
    const refusals: string[] = [...Object.values(REFUSAL_SENTENCES), ...Object.values(MAKING_REFUSALS)];
    assert.deepEqual(
      SCRIPT_WORDS.filter((word) => !all.includes(word) && !refusals.includes(word)),
      [],
      'no script says them',
    );
  });
});
