/** In the sandbox of a browser, as in a room, every solution of the library passes all tests of its question, and no starter does: a slice by the seed, or all. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { OWN_QUESTIONS, readLibrary } from '../../demo/build/read-questions.js';
import type { QuestionLanguage } from '../../party/shared/question.js';
import type { TestResult } from '../../party/shared/test-results.js';
import { seed } from '../amount.js';
import { BROWSERS, type Browser } from './browser.js';
import { filesOf } from './question-cases.js';

/** One of so many in each browser, others in each. */
const SLICES = 16;
/** Of WebKit this is enough, when all is asked for: its threads are slow to end. */
const WEBKIT_SLICES = 6;

const full = Boolean(process.env.CODE_ROOM_FULL);
const wanted = process.env.CODE_ROOM_BROWSERS?.split(',') ?? ['chromium', 'firefox', ...(full ? ['webkit'] : [])];
const named = process.env.CODE_ROOM_QUESTION;
const all = readLibrary([OWN_QUESTIONS]).questions.flatMap(({ id, languages }) =>
  Object.entries(languages).map(([language, own]) => ({ id, language, own })),
);

function sliceFor(browserName: string, browserIndex: number) {
  if (named) return all.filter(({ id }) => id === named);
  if (full && browserName !== 'WebKit') return all;
  const slices = browserName === 'WebKit' ? WEBKIT_SLICES : SLICES;
  return all.filter((_, index) => (index + browserIndex * 5 + seed) % slices === 0);
}

describe('Questions in the sandbox', { concurrency: 1 }, () => {
  for (const [browserIndex, browserName] of ['Chromium', 'Firefox', 'WebKit'].entries()) {
    const open = BROWSERS[browserName];
    if (open && wanted.includes(browserName.toLowerCase()))
      inBrowser(browserName, open, sliceFor(browserName, browserIndex));
  }
});

function inBrowser(browserName: string, open: () => Promise<Browser>, slice: typeof all): void {
  describe(`of ${browserName}`, { timeout: 1_800_000, concurrency: 1 }, () => {
    let browser: Browser | undefined;
    before(async () => {
      browser = await open();
    });
    after(() => browser?.close());

    const results = async (language: string, own: QuestionLanguage, solved: boolean): Promise<TestResult[]> => {
      if (!browser) throw new Error(`${browserName} was not opened.`);
      const tests = solved ? [...own.tests, ...own.hidden] : own.tests;
      return browser.test({ tests, language, entry: own.entry, files: filesOf(own, solved) });
    };
    for (const { id, language, own } of slice) {
      it(`${id} in ${language}`, async () => {
        const solved = await results(language, own, true);
        const failing = solved.filter(({ state }) => state !== 'passed');
        assert.deepEqual(failing, [], 'Tests fail on the solution.');
        assert.equal(solved.length, own.tests.length + own.hidden.length);
        const begun = await results(language, own, false);
        assert.ok(
          begun.some(({ state }) => state !== 'passed'),
          'Every visible test passes on the starter: there is nothing to do.',
        );
      });
    }
  });
}
