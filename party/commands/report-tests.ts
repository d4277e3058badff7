/** The tests section of a report: how many passed and, for the others, what was expected and what was returned. */
import { heardLines } from '../shared/heard-lines.js';
import { fence, inline, inParts } from './markdown-text.js';
import { durationIn, type ReportSpeech, STATE_WORDS, timeIn, wordIn } from './report-speech.js';
import type { ReportedTest, ReportedTestRun } from './test-history.js';

/** Characters shown of a text; the replay has all of it. */
const SHOWN = 500;

export function testsMarkdown(
  tests: readonly ReportedTest[],
  runs: readonly ReportedTestRun[],
  speech: ReportSpeech,
): string[] {
  if (tests.length === 0) return [];
  const { t } = speech;
  const passed = tests.filter(({ state }) => state === 'passed').length;
  const last = runs.map(({ by, at, hidden }) => {
    const who = { name: inline(by) || t('somebody'), time: timeIn(speech, at) };
    return hidden ? t('Hidden tests last run by {name}, {time}.', who) : t('Tests last run by {name}, {time}.', who);
  });
  const wrong = tests.filter(({ state, reason, expected, actual, output }) => {
    const texts = reason ?? expected ?? actual ?? output;
    return state !== 'passed' && texts !== undefined;
  });
  return [
    `## ${t('Tests')}`,
    [t('{passed} of {all} passed.', { passed, all: tests.length }), ...last].join(' '),
    ...inParts(tests.map((test) => line(test, speech))),
    ...wrong.flatMap((test) => details(test, speech)),
  ];
}

function line({ name, state, hidden, durationMs, file, line }: ReportedTest, speech: ReportSpeech): string {
  const { t } = speech;
  const facts = [
    `${wordIn(speech, STATE_WORDS, state)}${hidden ? ` (${t('hidden')})` : ''}`,
    ...(durationMs === undefined ? [] : [durationIn(speech, Math.round(durationMs))]),
    ...(file === undefined || line === undefined ? [] : [t('{file}, line {line}', { file: inline(file), line })]),
  ];
  return `- ${inline(name)}: ${facts.join(', ')}`;
}

function details(
  { name, state, reason, expected, actual, output }: ReportedTest,
  { t, heard }: ReportSpeech,
): string[] {
  // The output of a test that was not run says why.
  const skipped = state === 'skipped';
  const why = reason ?? (skipped ? output : undefined);
  const part = (title: string, text: string | undefined) => (text ? [title, fence(beginning(text))] : []);
  return [
    `### ${inline(name)}`,
    ...part(t('Why:'), why && heardLines(why, heard)),
    ...part(t('Expected:'), expected),
    ...part(t('Came:'), actual),
    ...part(t('Printed:'), skipped ? undefined : output),
  ];
}

function beginning(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}\n[…]` : text;
}
