/** What a candidate takes home, as files: the code, and as readable text the results and the log of their activity. */
import { type ActivityEntry, activityWords } from '../../party/shared/activity.js';
import { dayAndTime, duration, timeOfDay } from '../../party/shared/format-time.js';
import { safeName, type ZipEntry } from '../../party/shared/zip.js';

/** The answer of `GET /api/rooms/{id}/mine`, as far as it is used. */
export interface OwnWork {
  name: string;
  files: ZipEntry[];
  questions?: { n: number; title: string; current?: boolean; files: ZipEntry[] }[];
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
const ATTACHED: Record<string, string> = { image: '[image]\n', file: '[file]\n' };
const MINUTE_MS = 60_000;

export function takeHome(work: OwnWork, title: string): ZipEntry[] {
  const { files, questions = [] } = work;
  const earlier = questions
    .filter(({ current }) => !current)
    .flatMap(({ n, title, files }) =>
      files.map(({ name, text }) => ({ name: `question ${n} ${folder(title)}/${name}`, text })),
    );
  const head = `${title}\n${work.name}\n\n`;
  return [
    ...files,
    ...earlier,
    { name: 'results.txt', text: head + results(work) },
    { name: 'activity.txt', text: head + activity(work) },
  ];
}

function results({ tests = [], testResults = [], runs }: OwnWork): string {
  const found = new Map(testResults.map((result) => [result.name, result]));
  const lines = tests.map(({ name }) => {
    const { state = 'not run', reason, expected, actual } = found.get(name) ?? {};
    const difference =
      expected === undefined || actual === undefined ? [] : [`expected: ${expected}`, `got: ${actual}`];
    return indented([`${state}: ${name}`, ...(state === 'passed' ? [] : [reason, ...difference])]);
  });
  return [
    'TESTS\n',
    ...(lines.length > 0 ? lines : ['There were none.']),
    '\nMY RUNS\n',
    ...(runs.length > 0 ? runs.map(ran) : ['I ran nothing.']),
    '',
  ].join('\n');
}

function ran({ run, language, state, startedAt, durationMs, output }: OwnWork['runs'][number]): string {
  const text = output.map(({ kind, text }) => ATTACHED[kind] ?? text).join('');
  const head = `Run ${run}, ${language}, ${dayAndTime(startedAt)}: ${state} after ${duration(durationMs)}`;
  return indented([head, ...text.replace(/\n$/, '').split('\n')]);
}

/** One line a minute: how much was written, in how many edits. */
function activity({ activity: deeds, activityLog = [] }: OwnWork): string {
  const minutes = new Map<number, OwnWork['activity']>();
  for (const deed of deeds) {
    const minute = Math.floor(deed.at / MINUTE_MS);
    minutes.set(minute, [...(minutes.get(minute) ?? []), deed]);
  }
  const lines = [...minutes].map(([minute, some]) => {
    const written = some.reduce((sum, { inserted }) => sum + inserted.length, 0);
    const deleted = some.reduce((sum, one) => sum + one.deleted, 0);
    const most = Math.max(...some.map(({ inserted }) => inserted.length));
    const counts = [
      `${some.length === 1 ? '1 edit' : `${some.length} edits`}: ${written === 1 ? '1 character' : `${written} characters`} written`,
      ...(deleted > 0 ? [`${deleted} deleted`] : []),
      ...(most > 1 && some.length > 1 ? [`at most ${most} at once`] : []),
    ];
    return `${timeOfDay(minute * MINUTE_MS)}  ${counts.join(', ')}`;
  });
  const first = deeds[0];
  const noted = activityLog.map((entry) =>
    indented([`${timeOfDay(entry.at)}  ${activityWords(entry)}`, entry.why ? `I said: ${entry.why}` : undefined]),
  );
  return [
    'WHAT THE ACTIVITY LOG NOTED, as interviewers read it\n',
    ...(noted.length > 0 ? noted : ['Nothing.']),
    '\nWHAT I WROTE\n',
    ...(first ? [`From ${dayAndTime(first.at)}, by the clock of this computer.\n`, ...lines] : ['I wrote nothing.']),
    '',
  ].join('\n');
}

function indented([head = '', ...more]: (string | undefined)[]): string {
  return [head, ...more.filter((line) => line !== undefined).map((line) => `    ${line}`)].join('\n');
}

function folder(title: string): string {
  return safeName(title.replaceAll('/', '-'));
}
