/** The words of the element: each that is shown can be translated, and each language has them all. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { KNOWN_SENTENCES } from '../../components/session/refusal/refusal-of.js';
import { criteriaTitle, criterionText } from '../../components/wording/criteria-text.js';
import { tagsOf } from '../../components/wording/languages.js';
import { spokenBy } from '../../components/wording/locale.js';
import { FORMS } from '../../components/wording/plural-form.js';
import { heard, speech, t, translated, type Words } from '../../components/wording/words.js';
import { ACTIVITY_NOTICES, ACTIVITY_TEXTS } from '../../party/shared/activity.js';
import { DURATION_TEXTS } from '../../party/shared/format-time.js';
import { CRITERIA_TEXTS } from '../../party/shared/scorecard.js';
import { TEST_FAULTS } from '../../party/shared/test-faults.js';
import { wordsIn } from './shown-words.js';

const LANGUAGES = ['ar', 'de', 'es', 'fr', 'hi', 'ja', 'pt', 'uk', 'zh'];

/** Programs, and what they print, speak English; so does what a developer of a page reads when they call something wrongly. */
const ENGLISH_ONLY =
  /^components\/(runner|session|styles|build|wording\/languages)\/|\/(zipped-files|completion-words|grammars|forced-colors|theme|completion-theme|support-details|markdown)\.ts$/;
/** What whoever builds a page or runs a server has to mend, in the words of the documents. */
const FOR_DEVELOPERS =
  /`|\bthe element\b|CODE_ROOM_|"(?:iat|jti|role|sub|jku|ver)"|\bhello\b|binary frames|room server|Security-Policy|allow-same-origin|The token is too long|"\{(?:claim|rule)\}"|The keys were not changed|This is no step/;
const found = wordsIn('components', (path) => !ENGLISH_ONLY.test(path));
const keys = [
  ...new Set([
    ...found.keys.keys(),
    ...Object.values(KNOWN_SENTENCES),
    ...Object.values(ACTIVITY_NOTICES),
    ...Object.values(ACTIVITY_TEXTS),
    ...Object.values(DURATION_TEXTS),
    ...Object.values(TEST_FAULTS),
    ...CRITERIA_TEXTS,
  ]),
];

async function tableOf(language: string): Promise<Words> {
  return ((await import(`../../components/wording/languages/${language}.js`)) as { default: Words }).default;
}

const namesIn = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();

describe('the words of the element', () => {
  it('are all shown through the tables of languages', () => {
    assert.deepEqual(found.bare, []);
  });

  for (const language of LANGUAGES) {
    it(`have all a translation in ${language}, with the same values in it`, async () => {
      const table = await tableOf(language);
      assert.deepEqual(
        keys.filter((key) => !table[key] && !FOR_DEVELOPERS.test(key)),
        [],
        'not translated',
      );
      assert.deepEqual(
        Object.keys(table).filter((key) => !keys.includes(key)),
        [],
        'not used',
      );
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      for (const [key, text] of Object.entries(table)) {
        assert.deepEqual(namesIn(text), namesIn(key), `${key}: ${text}`);
        for (const [, unit = ''] of text.matchAll(/\{\w+:([^}]*)\}/g))
          assert.ok(unit.split('|').length <= pluralCategories.length && !unit.split('|').includes(''), text);
      }
    });
  }
});

describe('a language', () => {
  it('is understood by its tag and those that begin it, the most exact one last', () => {
    assert.deepEqual(tagsOf('de-AT'), ['de', 'de-at']);
    assert.deepEqual(tagsOf('zh-Hant-TW'), ['zh', 'zh-hant', 'zh-hant-tw']);
  });

  it('has the general criteria of a scorecard, and leaves those of a question or a page as they are', async () => {
    speech.now = spokenBy(await tableOf('de'), 'de');
    assert.deepEqual(
      [criterionText(0, 'Explaining'), criterionText(2, 'Explaining'), criterionText(0, 'Kindness {n}')],
      ['Erklären', 'Explaining', 'Kindness {n}'],
    );
    assert.deepEqual(
      [0, 2].map((question) => criteriaTitle({ question, title: 'General' })),
      ['Allgemein', 'General'],
    );
    speech.now = undefined;
  });

  it('has the form of a word that goes with a number', () => {
    assert.equal(FORMS.length, 6);
    const files = { 'All {all} passed': '{all:файл|файли|файлів}' };
    speech.now = spokenBy(files, 'uk');
    assert.deepEqual(
      [1, 3, 5, 21].map((all) => t('All {all} passed', { all })),
      ['1 файл', '3 файли', '5 файлів', '21 файл'],
    );
    speech.now = spokenBy({ 'All {all} passed': '{all:ничего|один|два|# мало|# много|#}' }, 'ar');
    assert.deepEqual(
      [0, 1, 2, 3, 11, 100].map((all) => t('All {all} passed', { all })),
      ['ничего', 'один', 'два', '3 мало', '11 много', '100'],
    );
    speech.now = undefined;
    assert.equal(t('All {all} passed', { all: 3 }), 'All 3 passed');
  });

  it('has no word for what every object has', () => {
    speech.now = spokenBy({ Run: 'Age' }, 'la');
    for (const name of ['constructor', 'toString', '__proto__']) {
      assert.equal(translated(name), name);
      assert.equal(heard(name), name);
    }
    assert.equal(translated('Run'), 'Age');
    speech.now = undefined;
  });

  it('may have a tag that no engine knows', () => {
    assert.equal(spokenBy({}, 'x_1').tag, 'en');
  });
});
