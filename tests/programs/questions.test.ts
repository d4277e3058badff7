/** Questions of the library are whole, their solutions pass all tests in every language, and no starter does: a slice by the seed, or all. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { OWN_QUESTIONS, questionFolders, readLibrary } from '../../demo/build/read-questions.js';
import type { Question, QuestionLanguage } from '../../party/shared/question.js';
import { seed } from '../amount.js';
import { typeFaults, verdicts } from './question-cases.js';

/** One of so many in `npm test`. */
const SLICES = 5;

const { questions, faults } = readLibrary(questionFolders(process.env.CODE_ROOM_QUESTIONS));
const own = new Set(readLibrary([OWN_QUESTIONS]).questions.map(({ id }) => id));
const named = process.env.CODE_ROOM_QUESTION;
const slice = questions.filter(({ id }, index) =>
  named ? id === named : process.env.CODE_ROOM_FULL || (index + seed) % SLICES === 0,
);
const folder = mkdtempSync(join(tmpdir(), 'questions-'));
after(() => rmSync(folder, { recursive: true, force: true }));

describe('The library of questions', () => {
  it('has no fault in any file', () => {
    assert.deepEqual(faults, []);
    assert.ok(slice.length > 0, named ? `There is no question ${named}.` : 'There are no questions.');
  });

  it('has questions of every level and for every language', () => {
    const ours = questions.filter(({ id }) => own.has(id));
    const count = (has: (question: Question) => boolean) => ours.filter(has).length;
    assert.ok(ours.length >= 24, `${ours.length} questions`);
    for (const level of [1, 2, 3, 4, 5]) assert.ok(count((one) => one.level === level) >= 2, `level ${level}`);
    for (const id of ['python', 'javascript', 'typescript']) assert.ok(count((one) => id in one.languages) >= 20, id);
    assert.ok(count((one) => 'sql' in one.languages) >= 4, 'sql');
    assert.ok(count((one) => one.stages.length > 0) >= 2, 'stages');
  });

  it('has all that an interviewer needs, for each question of ours', () => {
    const lacking = questions
      .filter(({ id }) => own.has(id))
      .flatMap((one) => lacks(one).map((what) => `${one.id}: ${what}`));
    assert.deepEqual(lacking, []);
  });
});

function lacks({ hints, followUps, rubric, brief, languages }: Question): string[] {
  const faults: string[] = [];
  if (hints.length < 3) faults.push('fewer than three hints');
  if (followUps.length < 2) faults.push('fewer than two follow-ups');
  if (rubric.length < 3) faults.push('fewer than three criteria');
  if (!/^## /m.test(brief)) faults.push('a brief without headings');
  const names = Object.values(languages).map(({ tests, hidden }) =>
    [tests, hidden].map((all) => all.map(({ name }) => name)),
  );
  if (new Set(names.map((one) => JSON.stringify(one))).size > 1)
    faults.push('other tests in one language than in another');
  for (const [id, { tests, hidden, solution }] of Object.entries(languages)) {
    if (tests.length < 3 || tests.length > 6) faults.push(`${tests.length} visible tests in ${id}`);
    if (hidden.length < 4 || hidden.length > 10) faults.push(`${hidden.length} hidden tests in ${id}`);
    if (solution.length === 0) faults.push(`no solution in ${id}`);
  }
  return faults;
}

describe('Questions', { concurrency: 2 }, () => {
  for (const { id, languages } of slice)
    for (const [language, one] of Object.entries(languages))
      it(`${id} in ${language}`, () => proven(id, language, one));

  it('are right in the eyes of TypeScript, starters too', async () => {
    assert.equal(await typeFaults(join(folder, 'types'), slice), '');
  });
});

async function proven(id: string, language: string, one: QuestionLanguage): Promise<void> {
  const home = join(folder, id, language);
  const solved = await verdicts(join(home, 'solution'), language, one, true);
  assert.deepEqual(
    [...solved].filter(([, why]) => why !== null),
    [],
    'Tests fail on the solution.',
  );
  const begun = await verdicts(join(home, 'starter'), language, one, false);
  const passing = one.tests.filter(({ name }) => begun.get(name) === null);
  assert.notEqual(
    passing.length,
    one.tests.length,
    'Every visible test passes on the starter: there is nothing to do.',
  );
}
