// Combines tests and results: the state of each test, and how many are in each state.
import type { TestResult, TestRun, TestState } from '../../party/shared/test-results.js';
import type { Test } from '../../party/shared/tests.js';

/** `interrupted`: the page that ran it has gone, so the result will never be known. */
export type ShownTestState = TestState | 'not-run' | 'waiting' | 'running' | 'interrupted';

/** A test and its state; without `test`, a hidden one of which only the name may be known. */
export interface TestWithState {
  name: string;
  state: ShownTestState;
  test?: Test;
  result?: TestResult;
}

/** The part of a run that determines the states of its tests. */
interface RunFacts extends Pick<TestRun, 'names' | 'results' | 'ended'> {
  /** The person who runs it is connected. */
  alive: boolean;
}

interface Counts {
  all: number;
  passed: number;
  /** Failed, error or timed out. */
  failed: number;
  /** Has a result, or will never have one. */
  over: number;
  durationMs: number;
}

const WRONG: ReadonlySet<ShownTestState> = new Set<ShownTestState>(['failed', 'error', 'timed-out']);
const OVER: ReadonlySet<ShownTestState> = new Set<ShownTestState>([...WRONG, 'passed', 'skipped', 'interrupted']);

export function isWrong(state: ShownTestState): boolean {
  return WRONG.has(state);
}

/** Each test with its state in the run, or with its `earlier` result if the run did not include it. */
export function testsWithStates(
  tests: readonly Test[],
  run: RunFacts | null,
  earlier: ReadonlyMap<string, TestResult>,
): TestWithState[] {
  const results = new Map(run?.results.map((result) => [result.name, result]));
  const asked = new Set(run?.names);
  const on = run !== null && !run.ended && run.alive;
  // Tests run one after the other.
  const next = on ? run.names.find((name) => !results.has(name)) : undefined;
  return tests.map((test) => {
    const { name } = test;
    const result = results.get(name) ?? (asked.has(name) ? undefined : earlier.get(name));
    if (result) return { name, test, state: result.state, result };
    if (!asked.has(name)) return { name, test, state: 'not-run' };
    return { name, test, state: on ? (name === next ? 'running' : 'waiting') : 'interrupted' };
  });
}

export function countsOf(tests: readonly TestWithState[]): Counts {
  const counts = { all: tests.length, passed: 0, failed: 0, over: 0, durationMs: 0 };
  for (const { state, result } of tests) {
    if (state === 'passed') counts.passed++;
    if (WRONG.has(state)) counts.failed++;
    if (OVER.has(state)) counts.over++;
    counts.durationMs += result?.durationMs ?? 0;
  }
  return counts;
}
