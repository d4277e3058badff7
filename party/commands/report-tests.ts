/** The tests section of a report: how many passed and, for the others, what was expected and what was returned. */
import type { ReportedTest, ReportedTestRun } from './test-history.js';

/** Characters shown of a text; the replay has all of it. */
const SHOWN = 500;

interface Words {
  inline(text: string): string;
  fence(text: string): string;
  time(ms: number): string;
  duration(ms: number): string;
}

export function testsMarkdown(
  tests: readonly ReportedTest[],
  runs: readonly ReportedTestRun[],
  words: Words,
): string[] {
  if (tests.length === 0) return [];
  const { inline, time } = words;
  const passed = tests.filter(({ state }) => state === 'passed').length;
  const last = runs.map(
    ({ by, at, hidden }) =>
      `${hidden ? 'Hidden tests' : 'Tests'} last run by ${inline(by || 'somebody')}, ${time(at)}.`,
  );
  const wrong = tests.filter(({ state, reason, expected, actual, output }) => {
    const texts = reason ?? expected ?? actual ?? output;
    return state !== 'passed' && texts !== undefined;
  });
  return [
    '## Tests',
    [`${passed} of ${tests.length} passed.`, ...last].join(' '),
    tests.map((test) => line(test, words)).join('\n'),
    ...wrong.flatMap((test) => details(test, words)),
  ];
}

function line({ name, state, hidden, durationMs, file, line }: ReportedTest, { inline, duration }: Words): string {
  const took = durationMs === undefined ? '' : `, ${duration(Math.round(durationMs))}`;
  const place = file !== undefined && line !== undefined ? `, ${inline(file)} line ${line}` : '';
  return `- ${inline(name)}: ${state === 'not-run' ? 'not run' : state}${hidden ? ' (hidden)' : ''}${took}${place}`;
}

function details({ name, reason, expected, actual, output }: ReportedTest, { inline, fence }: Words): string[] {
  const part = (title: string, text: string | undefined) => (text ? [title, fence(beginning(text))] : []);
  return [
    `### ${inline(name)}`,
    ...part('Why:', reason),
    ...part('Expected:', expected),
    ...part('Came:', actual),
    ...part('Printed:', output),
  ];
}

function beginning(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}\n[…]` : text;
}
