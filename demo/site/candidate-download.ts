/** What a candidate takes home, as files: the code, and as readable text the results and the log of their activity. */
import { activityWords } from '../../components/wording/activity-text.js';
import { duration, timeOfDay } from '../../components/wording/times.js';
import { heard, speech, t, translated, type Words } from '../../components/wording/words.js';
import type { ActivityEntry } from '../../party/shared/activity.js';
import { dayAndTime } from '../../party/shared/format-time.js';
import { outputText } from '../../party/shared/output-text.js';
import { MINUTE_MS } from '../../party/shared/time.js';
import { safeName, type ZipEntry } from '../../party/shared/zip.js';

/** The answer of `GET /api/rooms/{id}/mine`, as far as it is used. */
export interface OwnWork {
  name: string;
  files: ZipEntry[];
  questions?: {
    n: number;
    title: string;
    current?: boolean;
    files: ZipEntry[];
    tests?: { name: string; state: string }[];
  }[];
  tests?: { name: string }[];
  testResults?: {
    name: string;
    state: string;
    reason?: string;
    expected?: string;
    actual?: string;
    durationMs: number;
  }[];
  activity: { at: number; inserted: string; deleted: number }[];
  /** What the activity log noted of this person. */
  activityLog?: ActivityEntry[];
  runs: {
    run: number;
    language: string;
    state: string;
    startedAt: number;
    durationMs: number;
    output: { kind: string; text: string }[];
  }[];
}

/** Kinds of output that are data, not text to read. */
const ATTACHED = { image: '[image]', file: '[file]' } satisfies Words;
/** Of tests and of runs. */
const STATES = {
  passed: 'passed',
  failed: 'failed',
  error: 'error',
  'timed-out': 'timed-out',
  skipped: 'skipped',
  'not run': 'not run',
  done: 'done',
  stopped: 'stopped',
  interrupted: 'interrupted',
} satisfies Words;

export function candidateFiles(work: OwnWork, title: string): ZipEntry[] {
  const { files, questions = [] } = work;
  const earlier = questions
    .filter(({ current }) => !current)
    .flatMap(({ n, title, files }) =>
      files.map(({ name, text }) => ({
        name: `${t('question {number} {title}', { number: n, title: folder(title) })}/${name}`,
        text,
      })),
    );
  const head = `${title}\n${work.name}\n\n`;
  return [
    ...files,
    ...earlier,
    { name: 'results.txt', text: head + results(work) },
    { name: 'activity.txt', text: head + activity(work) },
  ];
}

function results({ tests = [], testResults = [], questions = [], runs }: OwnWork): string {
  const found = new Map(testResults.map((result) => [result.name, result]));
  const lines = tests.map(({ name }) => {
    const { state = 'not run', reason, expected, actual } = found.get(name) ?? {};
    const difference =
      expected === undefined || actual === undefined
        ? []
        : [t('expected: {value}', { value: expected }), t('got: {value}', { value: actual })];
    const why = reason === undefined ? undefined : heard(reason);
    return indented([
      t('{state}: {name}', { state: stateWord(state), name }),
      ...(state === 'passed' ? [] : [why, ...difference]),
    ]);
  });
  const earlier = questions
    .filter(({ current, tests = [] }) => !current && tests.length > 0)
    .flatMap(({ n, title, tests = [] }) => [
      `\n${t('question {number} {title}', { number: n, title })}`,
      ...tests.map(({ name, state }) => t('{state}: {name}', { state: stateWord(state), name })),
    ]);
  const all = [...lines, ...earlier];
  return [
    `${t('TESTS')}\n`,
    ...(all.length > 0 ? all : [t('There were none.')]),
    `\n${t('MY RUNS')}\n`,
    ...(runs.length > 0 ? runs.map(ran) : [t('I ran nothing.')]),
    '',
  ].join('\n');
}

function ran({ run, language, state, startedAt, durationMs, output }: OwnWork['runs'][number]): string {
  const attached: Words = ATTACHED;
  const text = outputText(output, ({ kind, text }) => {
    if (attached[kind]) return translated(attached[kind]);
    return kind === 'note' ? heard(text) : text;
  });
  const facts = { run, language, time: when(startedAt), state: stateWord(state), duration: duration(durationMs) };
  const head = t('Run {run}, {language}, {time}: {state} after {duration}', facts);
  return indented([head, ...text.replace(/\n$/, '').split('\n')]);
}

/** One line a minute: how much was written, in how many edits. */
function activity({ activity: edits, activityLog = [] }: OwnWork): string {
  const minutes = new Map<number, OwnWork['activity']>();
  for (const edit of edits) {
    const minute = Math.floor(edit.at / MINUTE_MS);
    minutes.set(minute, [...(minutes.get(minute) ?? []), edit]);
  }
  const lines = [...minutes].map(([minute, some]) => {
    const written = some.reduce((sum, { inserted }) => sum + inserted.length, 0);
    const deleted = some.reduce((sum, one) => sum + one.deleted, 0);
    const most = Math.max(...some.map(({ inserted }) => inserted.length));
    const counts = [
      t('{edits:edit|edits}: {written:character|characters} written', { edits: some.length, written }),
      ...(deleted > 0 ? [t('{count} deleted', { count: deleted })] : []),
      ...(most > 1 && some.length > 1 ? [t('at most {count} at once', { count: most })] : []),
    ];
    return `${timeOfDay(minute * MINUTE_MS)}  ${counts.join(', ')}`;
  });
  const first = edits[0];
  const noted = activityLog.map((entry) =>
    indented([
      `${timeOfDay(entry.at)}  ${activityWords(entry)}`,
      entry.why ? t('I said: {text}', { text: entry.why }) : undefined,
    ]),
  );
  return [
    `${t('WHAT THE ACTIVITY LOG NOTED, as interviewers read it')}\n`,
    ...(noted.length > 0 ? noted : [t('Nothing.')]),
    `\n${t('WHAT I WROTE')}\n`,
    ...(first
      ? [`${t('From {time}, by the clock of this computer.', { time: when(first.at) })}\n`, ...lines]
      : [t('I wrote nothing.')]),
    '',
  ].join('\n');
}

function indented([head = '', ...more]: (string | undefined)[]): string {
  return [head, ...more.filter((line) => line !== undefined).map((line) => `    ${line}`)].join('\n');
}

function stateWord(state: string): string {
  return translated((STATES as Words)[state] ?? state);
}

function when(time: number): string {
  return dayAndTime(time, undefined, speech.now?.tag);
}

function folder(title: string): string {
  return safeName(title.replaceAll('/', '-'));
}
