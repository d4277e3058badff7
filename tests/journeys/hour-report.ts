// The report as data, compared with what happened.
import assert from 'node:assert/strict';
import type { Report } from '../../party/commands/report.js';
import { type Chronicle, type Deed, TOLERANCE_MS } from './chronicle.js';

type Dated = [kind: Deed['kind'], at: number];

/** Each thing with a time in the report was done then, and each thing of those kinds that was done is in it. */
export function compareReport({ deeds }: Chronicle, report: Report): void {
  const dated = datesIn(report).sort((one, other) => one[1] - other[1]);
  for (const kind of new Set(dated.map(([kind]) => kind))) {
    const told = dated.filter((one) => one[0] === kind).map(([, at]) => at);
    const done = deeds.filter((deed) => deed.kind === kind && !deed.label.startsWith('Back to '));
    assert.equal(told.length, done.length, `${kind}: ${told.length} in the report, ${done.length} were done`);
    for (const [index, { label, from, to }] of done.sort((one, other) => one.to - other.to).entries()) {
      const at = told[index] ?? 0;
      assert.ok(at >= from - TOLERANCE_MS && at <= to + TOLERANCE_MS, `${label}: ${at}, not from ${from} to ${to}`);
    }
  }
}

function datesIn(report: Report): Dated[] {
  const { questions = [], runs, moments = [], chat = [], talk = [], proposals = [], scores = [] } = report;
  const { activityLog = [], focus = [] } = report;
  return [
    ...questions
      .flatMap(({ n, askedAt, hints }) => (n > 0 ? [askedAt, ...hints.map(({ at }) => at)] : []))
      .map(of('question')),
    ...runs.map(({ startedAt }) => startedAt).map(of('run')),
    ...moments.map(({ at }) => at).map(of('moment')),
    ...chat.map(({ at }) => at).map(of('chat')),
    ...talk.map(({ question }) => question.at).map(of('talk')),
    ...proposals.flatMap(({ at, judged }) => [at, judged?.at ?? 0]).map(of('proposal')),
    ...scores.flatMap(({ times }) => times).map(of('score')),
    ...activityLog.map(({ at }) => at).map(of('activity')),
    ...focus.flatMap(({ at, endedAt = 0 }) => [at, endedAt]).map(of('focus')),
  ];
}

const of =
  (kind: Deed['kind']) =>
  (at: number): Dated => [kind, at];
