/** What a room can tell of its tests: which there are, and what came of each when it was run last. */
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

/** A test and what came of it; times are milliseconds. */
export interface ReportedTest extends Omit<TestResult, 'state' | 'durationMs'> {
  kind: Test['kind'];
  state: TestState | 'not-run';
  durationMs?: number;
}

/** When tests were run last, and who did. Times are milliseconds since 1970, by the clock of whoever ran them. */
export interface ReportedTestRun {
  by: string;
  at: number;
  hidden: boolean;
  /** False: whoever ran them has gone before they were done, or is still running them. */
  ended: boolean;
}

/** All tests, for interviewers; nothing for a room without any. */
export function reportedTests(room: Room): { tests?: ReportedTest[]; testRuns?: ReportedTestRun[] } {
  const tests = [false, true].flatMap((hidden) => {
    const results = new Map(resultsOf(room, hidden).map((result) => [result.name, result]));
    return testsOf(room, hidden).map(({ name, kind }): ReportedTest => {
      return { name, kind, state: 'not-run', ...results.get(name), hidden };
    });
  });
  const testRuns = [false, true].flatMap((hidden) => {
    const run = readRuns(textOf(room, hidden ? HIDDEN_RESULTS_DOCUMENT : RESULTS_DOCUMENT)).at(-1);
    if (!run || run.at === 0) return [];
    const { replica, at, ended } = run;
    const person = room.replicas.personOf(replica);
    // Who it was the room knows; what the run calls them was written by a page.
    return [{ by: (person !== undefined && room.roster.record(person).name) || run.by, at, hidden, ended }];
  });
  return { ...(tests.length > 0 && { tests }), ...(testRuns.length > 0 && { testRuns }) };
}

/** What everybody may know: visible tests, and what came of them. */
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
