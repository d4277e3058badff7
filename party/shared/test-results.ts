/** Test results: lines of JSON in a document, one for each event, the newest last. */
import type { Test } from './tests.js';

/** `error`: no verdict, because the program failed first. `skipped`: not run; `output` says why. */
export const TEST_STATES = ['passed', 'failed', 'error', 'timed-out', 'skipped'] as const;
export type TestState = (typeof TEST_STATES)[number];

/** The result of one test; texts are cut by its writer and again by its readers, see RESULT_LIMITS. */
export interface TestResult {
  name: string;
  state: TestState;
  /** For people to read; only when both can be shown side by side. */
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
  /** Who ran them, and with which replica: if that replica is gone, a run without an end was interrupted. */
  by: string;
  replica: number;
  /** Milliseconds since 1970, by that person's clock. */
  at: number;
  /** The names of its tests, in order. */
  names: string[];
  /** Hash of the tested files and of these tests; missing if the page gave none. */
  code?: number;
  /** In the order they arrived. */
  results: TestResult[];
  /** Somebody has requested a stop. */
  stopping: boolean;
  ended: boolean;
  /** What candidates see of hidden tests: the counts, if those are shared; `names` and `results` are those shared one by one. */
  counts?: { passed: number; failed: number; total: number };
}

/** A line of the document. Readers skip lines they do not know. */
export type ResultLine =
  | { type: 'begin'; id: string; by: string; replica: number; at: number; names: string[]; code?: number }
  | { type: 'result'; id: string; result: TestResult }
  | { type: 'stop'; id: string }
  | { type: 'end'; id: string }
  /** What candidates see of hidden tests, written by the page of the interviewer who runs them: never a text. */
  | { type: 'hidden-begin'; id: string; by: string; replica: number; at: number; total: number }
  | { type: 'hidden-counts'; id: string; passed: number; failed: number }
  | { type: 'hidden-verdict'; id: string; name: string; passed: boolean }
  | { type: 'hidden-end'; id: string };

/** What candidates see of the results of hidden tests: nothing, the number passed, or also the names of those that passed and failed. */
export const HIDDEN_RESULTS = ['none', 'counts', 'names'] as const;
export type HiddenResults = (typeof HIDDEN_RESULTS)[number];

export const RESULT_LIMITS = {
  /** Characters of each text of a result, such as `actual`, `reason` and `output`, unless the test passed. */
  textLength: 4_000,
  /** The same for a passed test. */
  passedLength: 500,
  /** Characters of all results of a run together; later results are stored without texts. */
  allLength: 200_000,
  /** UTF-8 bytes of all lines of a document; below the room's limit. */
  allBytes: 600 * 1024,
} as const;

/** Input of a test runner: the tests to run. Hidden ones run only in an interviewer's browser. */
export interface TestRequest {
  tests: readonly Test[];
  /** Language of the entry; a test of another file uses the language of that file's extension. */
  language: string;
  entry: string;
  /** All files of the room, and those of hidden tests. */
  files: readonly { name: string; text: string }[];
}
