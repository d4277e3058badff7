/** How a report speaks: in English, or in the language of whoever reads it, which a host brings along. */
import type { MomentKind } from '../shared/entries.js';
import { day, dayAndTime, duration, timeOfDay } from '../shared/format-time.js';
import type { RunState } from '../shared/output.js';
import type { Role } from '../shared/roles.js';
import { fill, type ValuesOf } from '../shared/sentence.js';
import type { AnswerState } from '../shared/talk.js';
import type { TestState } from '../shared/test-results.js';
import { MINUTE_MS } from '../shared/time.js';

/** The English text is the key of its translation. */
export interface ReportSpeech {
  t<S extends string>(english: S, ...values: ValuesOf<S>): string;
  /** The same for a text from a table. */
  translated(english: string, values?: Readonly<Record<string, string | number>>): string;
  /** For a sentence of the room, which has its values already. */
  heard(sentence: string): string;
  /** BCP 47, for dates and numbers; left out in English. */
  tag?: string | undefined;
}

/** Marks a table of texts, which `translated` gets. */
export type Words = Readonly<Record<string, string>>;

export const IN_ENGLISH: ReportSpeech = {
  t: (english, ...[values]) => fill(english, values),
  translated: fill,
  heard: (sentence) => sentence,
};

/** The report is written on the server, which does not know the reader's time zone. */
const ZONE = 'UTC';

export const ROLE_WORDS = {
  interviewer: 'interviewer',
  candidate: 'candidate',
  observer: 'observer',
  assistant: 'assistant',
} as const satisfies Record<Role, string> satisfies Words;

type State = RunState | TestState | AnswerState | 'not-run';

/** Of runs, tests, and answers of the AI. */
export const STATE_WORDS = {
  running: 'running',
  done: 'done',
  passed: 'passed',
  failed: 'failed',
  error: 'error',
  stopped: 'stopped',
  'timed-out': 'timed out',
  interrupted: 'interrupted',
  skipped: 'skipped',
  'not-run': 'not run',
} as const satisfies Record<State, string> satisfies Words;

export const MOMENT_WORDS = {
  note: 'note',
  hint: 'hint',
  good: 'good',
  doubt: 'doubt',
  question: 'question',
} as const satisfies Record<MomentKind, string> satisfies Words;

/** The word for a state or kind; one that this version does not know stays as it is. */
export function wordIn({ translated }: ReportSpeech, table: Words, key: string): string {
  const word = Object.hasOwn(table, key) ? table[key] : undefined;
  return word === undefined ? `${key}` : translated(word);
}

/** `28 November 2026, 19:47`. */
export function timeIn({ tag }: ReportSpeech, ms: number): string {
  return dateText(dayAndTime(ms, ZONE, tag));
}

/** `85 ms`, `1.2 s`, `2 min 5 s`. */
export function durationIn({ translated }: ReportSpeech, ms: number): string {
  return duration(ms, translated);
}

/** `28 November 2026. Started 19:47, ended 19:56 (9 min). All times are UTC.`; with the day of the end if it is another day. */
export function courseIn(speech: ReportSpeech, started: number, ended: number | undefined): string {
  const { t, tag } = speech;
  const date = dateText(day(started, ZONE, tag));
  const start = timeOfDay(started, ZONE, tag);
  if (ended === undefined) return t('{date}. Started {start}, not ended yet. All times are UTC.', { date, start });
  const end = dateText(day(ended, ZONE, tag)) === date ? timeOfDay(ended, ZONE, tag) : timeIn(speech, ended);
  const took = minutesIn(speech, ended - started);
  return t('{date}. Started {start}, ended {end} ({took}). All times are UTC.', { date, start, end, took });
}

/** In Markdown a number with a point begins a list, and in some languages a date: `30. November`. */
function dateText(date: string): string {
  return date.replace(/^(\d+)\./, '$1\\.');
}

function minutesIn({ t }: ReportSpeech, ms: number): string {
  const count = Math.max(0, Math.round(ms / MINUTE_MS));
  if (count < 1) return t('less than 1 min');
  return count < 60
    ? t('{count} min', { count })
    : t('{hours} h {minutes} min', { hours: Math.floor(count / 60), minutes: count % 60 });
}
