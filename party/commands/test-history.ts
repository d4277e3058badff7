/** The tests of a room, with the latest result of each. */
import type { Room } from '../room/room.js';
import {
  HIDDEN_RESULTS_DOCUMENT,
  HIDDEN_TESTS_DOCUMENT,
  RESULTS_DOCUMENT,
  TESTS_DOCUMENT,
} from '../shared/protocol.js';
import { lastResults, readRuns } from '../shared/result-lines.js';
import { readTests } from '../shared/test-lines.js';
import type { TestResult, TestState } from '../shared/test-results.js';
import type { Test } from '../shared/tests.js';

/** A test and its result; times are milliseconds. */
export interface ReportedTest extends Omit<TestResult, 'state' | 'durationMs'> {
  kind: Test['kind'];
  state: TestState | 'not-run';
  durationMs?: number;
}

/** The latest test run and who started it. Times are milliseconds since 1970, by that person's clock. */
export interface ReportedTestRun {
  by: string;
  at: number;
  hidden: boolean;
  /** False while the tests are running, or if the person left before they finished. */
  ended: boolean;
}

/** All tests, or the visible ones; empty for a room without tests. */
export function reportedTests(
  room: Room,
  which = [false, true],
): { tests?: ReportedTest[]; testRuns?: ReportedTestRun[] } {
  const tests = which.flatMap((hidden) => {
    const results = new Map(resultsOf(room, hidden).map((result) => [result.name, result]));
    return testsOf(room, hidden).map(({ name, kind }): ReportedTest => {
      return { name, kind, state: 'not-run', ...results.get(name), hidden };
    });
  });
  const testRuns = which.flatMap((hidden) => {
    const run = readRuns(textOf(room, hidden ? HIDDEN_RESULTS_DOCUMENT : RESULTS_DOCUMENT)).at(-1);
    if (!run || run.at === 0) return [];
    const { replica, at, ended } = run;
    const person = room.replicas.personOf(replica);
    // The room knows the person by the replica; the name in the run was written by a page and may be made up.
    return [{ by: (person !== undefined && room.roster.record(person).name) || run.by, at, hidden, ended }];
  });
  return { ...(tests.length > 0 && { tests }), ...(testRuns.length > 0 && { testRuns }) };
}

/** For everybody: the visible tests and their results. */
export function visibleTests(room: Room): { tests?: Test[]; testResults?: TestResult[] } {
  const [tests, testResults] = [testsOf(room, false), resultsOf(room, false)];
  return { ...(tests.length > 0 && { tests }), ...(testResults.length > 0 && { testResults }) };
}

function testsOf(room: Room, hidden: boolean): Test[] {
  return readTests(textOf(room, hidden ? HIDDEN_TESTS_DOCUMENT : TESTS_DOCUMENT), hidden);
}

function resultsOf(room: Room, hidden: boolean): TestResult[] {
  return lastResults(textOf(room, hidden ? HIDDEN_RESULTS_DOCUMENT : RESULTS_DOCUMENT), hidden);
}

function textOf({ documents }: Room, document: number): string {
  return documents.get(document)?.text.toString() ?? '';
}
