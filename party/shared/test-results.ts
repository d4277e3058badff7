/** What came of a room's tests: lines of JSON in a document of the room, one for each thing that happened, the newest last. */
import type { Test } from './tests.js';

/** `error`: it could not be judged, as the program failed before. `skipped`: it was not run, and `output` says why. */
export const TEST_STATES = ['passed', 'failed', 'error', 'timed-out', 'skipped'] as const;
export type TestState = (typeof TEST_STATES)[number];

/** What came of one test; of texts only the beginning, see RESULT_LIMITS. */
export interface TestResult {
  name: string;
  state: TestState;
  /** As people read them; only where both can be shown beside each other. */
  expected?: string;
  actual?: string;
  /** A sentence about the first difference, or why there is no verdict. */
  reason?: string;
  /** What the program printed. */
  output?: string;
  /** Where it failed: a file of the room and a line, counted from 1. */
  file?: string;
  line?: number;
  durationMs: number;
  hidden: boolean;
}

/** Tests that were run together. */
export interface TestRun {
  id: string;
  /** Who ran them, and the replica that did it: while it is not there any more, a run without an end was interrupted. */
  by: string;
  replica: number;
  /** Milliseconds since 1970, by the clock of whoever ran them. */
  at: number;
  /** Of the tests it is about, in order. */
  names: string[];
  /** By when they came. */
  results: TestResult[];
  /** Somebody has asked for its end. */
  stopping: boolean;
  ended: boolean;
}

/** A line of the document. What is not known is skipped by whoever reads. */
export type ResultLine =
  | { type: 'begin'; id: string; by: string; replica: number; at: number; names: string[] }
  | { type: 'result'; id: string; result: TestResult }
  | { type: 'stop'; id: string }
  | { type: 'end'; id: string };

/** How much a candidate hears of hidden tests: nothing, how many passed, or that and which. */
export const HIDDEN_RESULTS = ['none', 'counts', 'names'] as const;
export type HiddenResults = (typeof HIDDEN_RESULTS)[number];

export const RESULT_LIMITS = {
  /** Characters of `expected`, `actual` and `output` each: what somebody reads of a case that went wrong. */
  textLength: 4_000,
  /** The same of a case that passed. */
  passedLength: 500,
  /** Characters of all results of a run together; what comes later has no texts. */
  allLength: 200_000,
} as const;

/** What a runner of tests is given. The tests are those to be run, hidden ones only in an interviewer's browser. */
export interface TestOrder {
  tests: readonly Test[];
  /** Language of the file that Run runs; a test of another file goes by that file's ending. */
  language: string;
  entry: string;
  /** All files of the room, and those that hidden tests bring. */
  files: readonly { name: string; text: string }[];
}

/** Whether the last run that has ended was about all of these tests, and each has passed. */
export function passedAll(lines: string, names: readonly string[]): boolean {
  const read = lines.split('\n').flatMap((line) => readLine(line) ?? []);
  const end = read.filter(({ type }) => type === 'end').at(-1);
  const passed = new Set(
    read.flatMap((line) =>
      line.type === 'result' && line.id === end?.id && line.result?.state === 'passed' ? line.result.name : [],
    ),
  );
  return end !== undefined && names.every((name) => passed.has(name));
}

function readLine(line: string): ResultLine | null {
  try {
    return line === '' ? null : (JSON.parse(line) as ResultLine);
  } catch {
    return null; // It is none of ours.
  }
}

/** What came of each test when it was run last, in the order they were first run. */
export function lastResults(lines: string): Pick<TestResult, 'name' | 'state' | 'hidden'>[] {
  const results = new Map<string, Pick<TestResult, 'name' | 'state' | 'hidden'>>();
  for (const line of lines.split('\n')) {
    const read = readLine(line);
    if (read?.type !== 'result' || !read.result) continue;
    const { name, state, hidden } = read.result;
    results.set(name, { name, state, hidden });
  }
  return [...results.values()];
}
