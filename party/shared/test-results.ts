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
  /** A hash of the files that it had; none where its page did not say. */
  code?: number;
  /** By when they came. */
  results: TestResult[];
  /** Somebody has asked for its end. */
  stopping: boolean;
  ended: boolean;
  /** Of hidden tests, for candidates: how many, where they hear of it; `names` and `results` are those they hear of one by one. */
  counts?: { passed: number; failed: number; total: number };
}

/** A line of the document. What is not known is skipped by whoever reads. */
export type ResultLine =
  | { type: 'begin'; id: string; by: string; replica: number; at: number; names: string[]; code?: number }
  | { type: 'result'; id: string; result: TestResult }
  | { type: 'stop'; id: string }
  | { type: 'end'; id: string }
  /** What candidates hear of hidden tests, written by the page of the interviewer who runs them: never a text. */
  | { type: 'hidden-begin'; id: string; by: string; replica: number; at: number; total: number }
  | { type: 'hidden-counts'; id: string; passed: number; failed: number }
  | { type: 'hidden-verdict'; id: string; name: string; passed: boolean }
  | { type: 'hidden-end'; id: string };

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
  /** UTF-8 bytes of all lines of a document: below what a room takes. */
  allBytes: 600 * 1024,
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
