/** The timeline of a report: what happened, in order. */
import type { MomentEntry } from '../shared/entries.js';
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
  endedAt?: number;
}

interface TimelineEvent {
  at: number;
  what: string;
}

export function timelineMarkdown(report: Dated): string[] {
  const events = timelineEvents(report).sort((one, other) => one.at - other.at);
  return events.length === 0
    ? []
    : ['## Timeline', ...inParts(events.map(({ at, what }) => `- ${timeOf(at)}: ${what}`))];
}

function timelineEvents({
  people,
  questions = [],
  testRuns = [],
  moments = [],
  runs,
  scores = [],
  endedAt,
}: Dated): TimelineEvent[] {
  return [
    ...people.flatMap(({ name, firstEditAt }) =>
      firstEditAt === undefined ? [] : { at: firstEditAt, what: `first edit of ${inline(name || 'somebody')}` },
    ),
    ...questions.flatMap(({ n, title, askedAt, hints, stages }) => [
      // What was in the room before its first question was asked by nobody.
      ...(n > 0 ? [{ at: askedAt, what: `question ${inline(title)}` }] : []),
      ...hints.map(({ at }, index) => ({ at, what: `hint ${index + 1} of ${inline(title)}` })),
      ...stages.map((stage) => ({ at: stage.at, what: `next part, ${inline(stage.title)}` })),
    ]),
    ...runs.map(({ run, name, state, startedAt }) => ({
      at: startedAt,
      what: `run ${run} by ${inline(name)}, ${state}`,
    })),
    ...testRuns.map(({ by, at, hidden }) => ({
      at,
      what: `last run of the ${hidden ? 'hidden tests' : 'tests'}, by ${inline(by || 'somebody')}`,
    })),
    ...moments.map(({ at, kind, name, text }) => ({
      at,
      what: `${kind}, noted by ${inline(name)}${text ? `: ${inline(text)}` : ''}`,
    })),
    ...scores.flatMap(({ name, times }) =>
      times.map((at, index) => ({ at, what: `${inline(name)} handed in scores${index > 0 ? ' again' : ''}` })),
    ),
    ...(endedAt === undefined ? [] : [{ at: endedAt, what: 'the end' }]),
  ];
}
