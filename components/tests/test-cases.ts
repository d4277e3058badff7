// The tests of a room beside what came of them: in which state each is, and how many are in which.
import type { TestResult, TestRun, TestState } from '../../party/shared/test-results.js';
import type { Test } from '../../party/shared/tests.js';

/** `interrupted`: whoever ran it is gone, and nobody will say what came of it. */
export type CaseState = TestState | 'not-run' | 'waiting' | 'running' | 'interrupted';

/** A test and its state; without a test, a hidden one of which only the name may be known. */
export interface Case {
  name: string;
  state: CaseState;
  test?: Test;
  result?: TestResult;
}

/** What of a run decides on the states of tests. */
export interface RunFacts extends Pick<TestRun, 'names' | 'results' | 'ended'> {
  /** Whoever runs it is there. */
  alive: boolean;
}

export interface Counts {
  all: number;
  passed: number;
  /** Failed, with an error or too slow. */
  failed: number;
  /** Have a result, or never will. */
  over: number;
  durationMs: number;
}

const WRONG: ReadonlySet<CaseState> = new Set<CaseState>(['failed', 'error', 'timed-out']);
const OVER: ReadonlySet<CaseState> = new Set<CaseState>([...WRONG, 'passed', 'skipped', 'interrupted']);

export function isWrong(state: CaseState): boolean {
  return WRONG.has(state);
}

/** Each test with what the run says of it; what it says nothing about has the `earlier` result. */
export function casesOf(
  tests: readonly Test[],
  run: RunFacts | null,
  earlier: ReadonlyMap<string, TestResult>,
): Case[] {
  const results = new Map(run?.results.map((result) => [result.name, result]));
  const asked = new Set(run?.names);
  const on = run !== null && !run.ended && run.alive;
  // They are run one after the other.
  const next = on ? run.names.find((name) => !results.has(name)) : undefined;
  return tests.map((test) => {
    const { name } = test;
    const result = results.get(name) ?? (asked.has(name) ? undefined : earlier.get(name));
    if (result) return { name, test, state: result.state, result };
    if (!asked.has(name)) return { name, test, state: 'not-run' };
    return { name, test, state: on ? (name === next ? 'running' : 'waiting') : 'interrupted' };
  });
}

export function countsOf(cases: readonly Case[]): Counts {
  const counts = { all: cases.length, passed: 0, failed: 0, over: 0, durationMs: 0 };
  for (const { state, result } of cases) {
    if (state === 'passed') counts.passed++;
    if (WRONG.has(state)) counts.failed++;
    if (OVER.has(state)) counts.over++;
    counts.durationMs += result?.durationMs ?? 0;
  }
  return counts;
}
