/** The timeline of a report: what happened, in order; as data and as Markdown. */
import type { MomentEntry } from '../shared/entries.js';
import { endOf, type FocusStretch } from '../shared/focus.js';
import { duration } from '../shared/format-time.js';
import { changedLines, type Proposal } from '../shared/proposals.js';
import type { HandedIn } from '../shared/scorecard.js';
import type { ReplayedRun } from './history.js';
import type { ReportedQuestion } from './question-history.js';
import { inline, inParts, timeOf } from './report-words.js';
import type { ReportedTestRun } from './test-history.js';

/** The parts of a report that say when something was. */
interface Dated {
  people: { name: string; firstEditAt?: number }[];
  questions?: ReportedQuestion[];
  testRuns?: ReportedTestRun[];
  moments?: MomentEntry[];
  runs: ReplayedRun[];
  scores?: HandedIn[];
  focus?: FocusStretch[];
  proposals?: Proposal[];
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
  'end',
] as const;

export interface TimelineEvent {
  at: number;
  kind: (typeof TIMELINE_KINDS)[number];
  what: string;
}

/** How text by people is shown in a sentence. */
type Quote = (text: string) => string;

export function timelineMarkdown(report: Dated): string[] {
  const events = timelineOf(report, inline);
  return events.length === 0
    ? []
    : ['## Timeline', ...inParts(events.map(({ at, what }) => `- ${timeOf(at)}: ${what}`))];
}

/** In order of time. */
export function timelineOf(report: Dated, quote: Quote = (text) => text): TimelineEvent[] {
  const { questions = [], testRuns = [], moments = [], scores = [], focus = [], proposals = [], endedAt } = report;
  const events: TimelineEvent[] = [
    ...report.people.flatMap(({ name, firstEditAt }) =>
      firstEditAt === undefined ? [] : event(firstEditAt, 'first-edit', `first edit of ${quote(name || 'somebody')}`),
    ),
    ...questions.flatMap(({ n, title, askedAt, hints, stages }) => [
      // What was in the room before its first question was asked by nobody.
      ...(n > 0 ? [event(askedAt, 'question', `question ${quote(title)}`)] : []),
      ...hints.map(({ at }, index) => event(at, 'hint', `hint ${index + 1} of ${quote(title)}`)),
      ...stages.map((stage) => event(stage.at, 'part', `next part, ${quote(stage.title)}`)),
    ]),
    ...report.runs.map(({ run, name, state, startedAt }) =>
      event(startedAt, 'run', `run ${run} by ${quote(name)}, ${state}`),
    ),
    ...testRuns.map(({ by, at, hidden }) =>
      event(at, 'tests', `last run of the ${hidden ? 'hidden tests' : 'tests'}, by ${quote(by || 'somebody')}`),
    ),
    ...moments.map(({ at, kind, name, text }) =>
      event(at, 'moment', `${kind}, noted by ${quote(name)}${text ? `: ${quote(text)}` : ''}`),
    ),
    ...scores.flatMap(({ name, times }) =>
      times.map((at, index) => event(at, 'scores', `${quote(name)} handed in scores${index > 0 ? ' again' : ''}`)),
    ),
    ...focus.flatMap((stretch) => alone(stretch, report, quote)),
    ...proposals.flatMap((proposal, index) => proposed(proposal, index + 1, quote)),
    ...(endedAt === undefined ? [] : [event(endedAt, 'end', 'the end')]),
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
function alone(stretch: FocusStretch, { endedAt, writtenAt }: Dated, quote: Quote): TimelineEvent[] {
  const name = quote(stretch.name);
  const end = focusEnd(stretch, endedAt);
  const begun = event(stretch.at, 'private-time', `private time of ${name} began`);
  if (end > (writtenAt ?? end)) return [begun];
  return [begun, event(end, 'private-time', `private time of ${name} ended after ${duration(end - stretch.at)}`)];
}

function proposed({ at, name, file, places, judged, state }: Proposal, n: number, quote: Quote): TimelineEvent[] {
  const lines = places.map(changedLines);
  const [out, put] = (['before', 'after'] as const).map((side) =>
    lines.reduce((sum, place) => sum + place[side].length, 0),
  );
  const which = `proposal ${n} by ${quote(name)}`;
  const made = event(at, 'proposal', `${which} for ${quote(file)}, lines taken out: ${out}, put in: ${put}`);
  return judged ? [made, event(judged.at, 'proposal', `${which}, ${state} by ${quote(judged.name)}`)] : [made];
}
