/** The timeline of a report: what happened, in order; as data and as Markdown. */
import type { MomentEntry, Timer } from '../shared/entries.js';
import { endOf, type FocusStretch } from '../shared/focus.js';
import { changedLines, type Proposal } from '../shared/proposals.js';
import type { HandedIn } from '../shared/scorecard.js';
import { type TimerAt, timerMoments } from '../shared/timer-moments.js';
import type { ReplayedRun } from './history.js';
import { inline, inParts } from './markdown-text.js';
import type { ReportedQuestion } from './question-history.js';
import {
  durationIn,
  IN_ENGLISH,
  MOMENT_WORDS,
  type ReportSpeech,
  STATE_WORDS,
  timeIn,
  wordIn,
} from './report-speech.js';
import type { ReportedTestRun } from './test-history.js';

/** The parts of a report that say when something was. */
interface Dated {
  people: { id: string; name: string; firstEditAt?: number }[];
  questions?: ReportedQuestion[];
  testRuns?: ReportedTestRun[];
  moments?: MomentEntry[];
  runs: ReplayedRun[];
  scores?: HandedIn[];
  focus?: FocusStretch[];
  proposals?: Proposal[];
  timer?: TimerAt[];
  endedAt?: number;
  writtenAt?: number;
}

export const TIMELINE_KINDS = [
  'first-edit',
  'question',
  'hint',
  'part',
  'run',
  'tests',
  'moment',
  'scores',
  'private-time',
  'proposal',
  'timer',
  'end',
] as const;

export interface TimelineEvent {
  at: number;
  kind: (typeof TIMELINE_KINDS)[number];
  what: string;
}

/** How text by people is shown in a sentence. */
type Quote = (text: string) => string;

export function timelineMarkdown(report: Dated, speech: ReportSpeech): string[] {
  const { t } = speech;
  const events = timelineOf(report, inline, speech);
  return events.length === 0
    ? []
    : [`## ${t('Timeline')}`, ...inParts(events.map(({ at, what }) => `- ${timeIn(speech, at)}: ${what}`))];
}

/** In order of time. */
export function timelineOf(
  report: Dated,
  quote: Quote = (text) => text,
  speech: ReportSpeech = IN_ENGLISH,
): TimelineEvent[] {
  const { t } = speech;
  const { questions = [], testRuns = [], moments = [], scores = [], focus = [], proposals = [], endedAt } = report;
  const events: TimelineEvent[] = [
    ...report.people.flatMap(({ name, firstEditAt }) =>
      firstEditAt === undefined
        ? []
        : event(firstEditAt, 'first-edit', t('first edit of {name}', { name: quote(name) || t('somebody') })),
    ),
    ...questions.flatMap(({ n, title, askedAt, hints, stages }) => [
      // What was in the room before its first question was asked by nobody.
      ...(n > 0 ? [event(askedAt, 'question', t('question {title}', { title: quote(title) }))] : []),
      ...hints.map(({ at }, index) =>
        event(at, 'hint', t('hint {number} of {title}', { number: index + 1, title: quote(title) })),
      ),
      ...stages.map((stage) => event(stage.at, 'part', t('next part, {title}', { title: quote(stage.title) }))),
    ]),
    ...report.runs.map(({ run, name, state, startedAt }) =>
      event(
        startedAt,
        'run',
        t('run {run} by {name}, {state}', { run, name: quote(name), state: wordIn(speech, STATE_WORDS, state) }),
      ),
    ),
    ...testRuns.map(({ by, at, hidden }) => {
      const name = quote(by) || t('somebody');
      const what = hidden
        ? t('last run of the hidden tests, by {name}', { name })
        : t('last run of the tests, by {name}', { name });
      return event(at, 'tests', what);
    }),
    ...moments.map(({ at, kind, name, text }) => {
      const noted = { kind: wordIn(speech, MOMENT_WORDS, kind), name: quote(name) };
      const what = text
        ? t('{kind}, noted by {name}: {text}', { ...noted, text: quote(text) })
        : t('{kind}, noted by {name}', noted);
      return event(at, 'moment', what);
    }),
    ...scores.flatMap(({ name, times }) =>
      times.map((at, index) => {
        const who = { name: quote(name) };
        return event(
          at,
          'scores',
          index > 0 ? t('{name} handed in scores again', who) : t('{name} handed in scores', who),
        );
      }),
    ),
    ...focus.flatMap((stretch) => alone(stretch, report, quote, speech)),
    ...proposals.flatMap((proposal, index) => proposed(proposal, index + 1, quote, speech)),
    ...timed(report, quote, speech),
    ...(endedAt === undefined ? [] : [event(endedAt, 'end', t('the end'))]),
  ];
  return events.sort((one, other) => one.at - other.at);
}

function event(at: number, kind: TimelineEvent['kind'], what: string): TimelineEvent {
  return { at, kind, what };
}

/** The end of the room ends a stretch, too. */
export function focusEnd(stretch: FocusStretch, endedAt = Number.POSITIVE_INFINITY): number {
  return Math.min(endOf(stretch), endedAt);
}

/** One that is still on when the report is written has no end yet. */
function alone(
  stretch: FocusStretch,
  { endedAt, writtenAt }: Dated,
  quote: Quote,
  speech: ReportSpeech,
): TimelineEvent[] {
  const { t } = speech;
  const name = quote(stretch.name);
  const end = focusEnd(stretch, endedAt);
  const begun = event(stretch.at, 'private-time', t('private time of {name} began', { name }));
  if (end > (writtenAt ?? end)) return [begun];
  const time = durationIn(speech, end - stretch.at);
  return [begun, event(end, 'private-time', t('private time of {name} ended after {time}', { name, time }))];
}

function timed(
  { timer = [], people, endedAt, writtenAt = Number.MAX_SAFE_INTEGER }: Dated,
  quote: Quote,
  { t }: ReportSpeech,
): TimelineEvent[] {
  const moments = timerMoments(timer, endedAt ?? writtenAt).map(({ at, kind, phase }) => {
    if (kind === 'phase') return event(at, 'timer', t('Timer: {phase}', { phase: quote(phase ?? '') }));
    return event(at, 'timer', kind === 'paused' ? t('The timer stands still') : t('The timer goes on'));
  });
  const extra = extraTimes(timer).map(({ at, person, minutes: count }) => {
    const minutes = `${count > 0 ? '+' : ''}${count}`;
    if (person === null) return event(at, 'timer', t('extra time for everybody: {minutes} min', { minutes }));
    const name = quote(people.find(({ id }) => id === person)?.name ?? '') || t('somebody');
    return event(at, 'timer', t('extra time of {name}: {minutes} min', { name, minutes }));
  });
  return [...moments, ...extra];
}

/** When somebody had more time, or less, and how much in all; null: everybody. */
function extraTimes(changes: readonly TimerAt[]): { at: number; person: string | null; minutes: number }[] {
  let before: Timer | null = null;
  return changes.flatMap(({ at, timer }) => {
    const last = before;
    before = timer;
    if (!timer) return [];
    const { extraMinutes, extraFor, startedAt } = timer;
    const [own, had] = [extraFor, last?.extraFor ?? {}].map((each) => new Map(Object.entries(each))) as [
      Map<string, number>,
      Map<string, number>,
    ];
    const all = [
      { at, person: null, minutes: extraMinutes, had: last?.extraMinutes ?? 0 },
      ...[...new Set([...had.keys(), ...own.keys()])].map((person) => {
        return { at, person, minutes: own.get(person) ?? 0, had: had.get(person) ?? 0 };
      }),
    ];
    // Where a timer begins anew, nobody was given nothing.
    return all.filter(({ minutes, had }) => minutes !== had && (minutes !== 0 || startedAt === last?.startedAt));
  });
}

function proposed(
  { at, name, file, places, judged, state }: Proposal,
  n: number,
  quote: Quote,
  { t }: ReportSpeech,
): TimelineEvent[] {
  const lines = places.map(changedLines);
  const [out, put] = (['before', 'after'] as const).map((side) =>
    lines.reduce((sum, place) => sum + place[side].length, 0),
  );
  const which = { number: n, name: quote(name) };
  const size = { file: quote(file), out: out ?? 0, put: put ?? 0 };
  const made = t('proposal {number} by {name} for {file}, lines taken out: {out}, put in: {put}', {
    ...which,
    ...size,
  });
  const events = [event(at, 'proposal', made)];
  if (!judged) return events;
  const by = { ...which, other: quote(judged.name) };
  const became =
    state === 'accepted'
      ? t('proposal {number} by {name}, accepted by {other}', by)
      : t('proposal {number} by {name}, declined by {other}', by);
  return [...events, event(judged.at, 'proposal', became)];
}
