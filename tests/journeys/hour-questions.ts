// The questions of the hour: one of the library, solved with a hint, and one of one's own; then back to the first.
import { readFileSync } from 'node:fs';
import { allSee, everybody, type Hour, reads, SECRETS } from './hour-people.js';
import { becomes, type Somebody } from './world.js';

const WRONG = '// Sorted by their ends?\n';
/** Of one's own, with a hidden test that nobody but interviewers may know of. */
const DOUBLE = {
  id: 'double-it',
  title: 'Double it',
  level: 1,
  topics: ['numbers'],
  minutes: 10,
  brief: 'Write `double`, which gives twice the number.',
  hints: ['Multiply it by two.'],
  followUps: [],
  rubric: [{ criterion: 'It works', levels: ['no', 'with help', 'yes', 'at once'] }],
  stages: [],
  languages: {
    javascript: {
      entry: 'double.js',
      starter: [{ name: 'double.js', text: 'export const double = (n) => n;\n' }],
      tests: [{ name: 'two', kind: 'call', function: 'double', args: [1], expected: 2 }],
      hidden: [
        { name: `${SECRETS.hidden} right`, kind: 'call', function: 'double', args: [4], expected: 8 },
        { name: `${SECRETS.hidden} wrong`, kind: 'call', function: 'double', args: [4], expected: 9 },
      ],
      hiddenFiles: [],
      solution: [{ name: 'double.js', text: 'export const double = (n) => 2 * n;\n' }],
    },
  },
};
const DOUBLED = 'export const double = (n) => n + n;\n';

const desk = ({ page }: Somebody) => page.locator('#desk-asked');
const titles = ({ page }: Somebody) =>
  page.evaluate(
    'document.querySelector("code-room").questions.map((one) => one.title + (one.current ? " now" : "")).join()',
  );
const tests = ({ page }: Somebody) => page.locator('code-room-tests');
const counts = (person: Somebody) => tests(person).locator('header .counts').textContent();
const runs = ({ page }: Somebody) => page.locator('code-room-run [part=run]').click();
const LONG = 60_000;

const library = (path: string) => readFileSync(`demo/questions/free-slots/javascript/${path}`, 'utf8');

/** Prepared from the library, then shown; a hint is given. */
export async function firstQuestion(hour: Hour): Promise<void> {
  const { ada, grace, ben, chronicle } = hour;
  const all = everybody(hour);
  await ada.page.getByText('Ask a question').click();
  await ada.page.locator('#desk-found').getByText('Free slots').click();
  await ada.page.getByRole('button', { name: 'Keep it for later' }).click();
  await desk(grace).getByText('Free slots').first().waitFor();
  for (const person of [ben, hour.eve]) await becomes(() => titles(person), '', 'questions');
  await chronicle.deed('question', 'Free slots', async () => {
    await desk(ada).getByRole('button', { name: 'Show it' }).click();
    for (const person of all) await becomes(() => titles(person), 'Free slots now', 'questions');
  });
  await allSee(all, library('starter/main.js'));
  await chronicle.look('the first question', ...all);
  const hint = 'Which order of the bookings would make the gaps easy to see?';
  await chronicle.deed('question', `Hint 1: ${hint}`, async () => {
    await desk(ada).getByRole('button', { name: 'Give hint 1 of 3' }).click();
    for (const person of all)
      await becomes(async () => (await reads(person, 'code-room-brief .text'))?.includes(hint), true, 'the hint');
  });
}

/** What somebody types is seen by all character by character; the program is run, and fails in a test. */
export async function attempt(hour: Hour): Promise<void> {
  const { ben, chronicle } = hour;
  const all = everybody(hour);
  await ben.types(WRONG);
  await allSee(all, library('starter/main.js') + WRONG);
  await chronicle.look('typing', ...all);
  await chronicle.deed('run', 'First run by Ben: done', async () => {
    await runs(ben);
    for (const person of all) await person.sees('output', '[]\n', { within: LONG });
    for (const person of all) await person.sees('running', false);
  });
  await chronicle.deed('test', '1 of 4 tests passed', async () => {
    await tests(ben).getByRole('button', { name: 'Run tests', exact: true }).click();
    for (const person of all) await becomes(() => counts(person), '1 of 4 passed', 'tests', LONG);
  });
}

/** What the candidate has pasted: now the tests pass, the hidden ones too. */
export async function solved(hour: Hour): Promise<void> {
  const { ada, ben, eve, chronicle } = hour;
  const all = everybody(hour);
  await chronicle.deed('test', 'First green: 4 of 4 tests passed', async () => {
    await tests(ben).getByRole('button', { name: 'Run tests', exact: true }).click();
    for (const person of all) await becomes(() => counts(person), 'All 4 passed', 'tests', LONG);
  });
  await chronicle.deed('run', 'Run 2 by Grace: done', async () => {
    await runs(hour.grace);
    for (const person of all) await person.sees('output', /480, 540/, { within: LONG });
    for (const person of all) await person.sees('running', false);
  });
  await chronicle.deed('test', '9 of 9 hidden tests passed', async () => {
    await tests(ada).getByRole('button', { name: 'Run hidden', exact: true }).click();
    for (const person of [ben, eve]) await becomes(() => hiddenCounts(person), 'All 9 passed', 'hidden tests', LONG);
  });
  await chronicle.look('the solution', ...all);
}

const hiddenCounts = (person: Somebody) => reads(person, 'code-room-tests .hidden-head .counts');

/** One of one’s own; of its hidden tests candidate and observer hear counts. Then back to the first, which is as it was left. */
export async function secondQuestion(hour: Hour): Promise<void> {
  const { ada, ben, grace, eve, chronicle } = hour;
  const all = everybody(hour);
  const left = String(await ada.get('value'));
  await chronicle.deed('question', 'Double it', async () => {
    await ada.page.evaluate(`document.querySelector('code-room').ask(${JSON.stringify(DOUBLE)}).then(String)`);
    for (const person of all) await becomes(() => titles(person), 'Free slots,Double it now', 'questions');
  });
  await allSee(all, 'export const double = (n) => n;\n');
  await chronicle.look('the second question', ...all);
  await ben.writes(DOUBLED);
  await allSee(all, DOUBLED);
  await chronicle.look('its answer', ...all);
  await chronicle.deed('test', '1 of 1 tests passed', async () => {
    await tests(ben).getByRole('button', { name: 'Run tests', exact: true }).click();
    for (const person of all) await becomes(() => counts(person), 'Passed', 'tests', LONG);
  });
  await chronicle.deed('test', '1 of 2 hidden tests passed', async () => {
    await tests(grace).getByRole('button', { name: 'Run hidden', exact: true }).click();
    await tests(ada).getByText(`${SECRETS.hidden} wrong`).first().waitFor();
    for (const person of [ben, eve]) await becomes(() => hiddenCounts(person), '1 of 2 passed', 'hidden tests', LONG);
  });
  await chronicle.deed('question', 'Back to Free slots', async () => {
    await desk(ada).getByRole('button', { name: 'Return to it' }).click();
    for (const person of all) await becomes(() => titles(person), 'Free slots now,Double it', 'questions');
  });
  await allSee(all, left);
  await chronicle.look('the return', ...all);
}
