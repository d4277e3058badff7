/** Runs tests one after the other, each in a fresh interpreter with a time limit, and reports each result. */

import type { TestRequest, TestResult } from '../../party/shared/test-results.js';
import type { Test } from '../../party/shared/tests.js';
import type { TestReport } from '../runner/messages.js';
import type { RunnerProgress, RunOne, RunResult, RunSink } from '../runner/runner.js';
import { faultText } from '../wording/fault-text.js';
import { sharedSentence } from '../wording/name-text.js';
import { readReport } from './report.js';
import { ResultTexts } from './result-texts.js';
import { type TestProgram, testProgram } from './test-program.js';
import { Transcript } from './transcript.js';
import { type TestedProgram, type Verdict, verdictOf } from './verdict.js';

export interface TestListener {
  result(result: TestResult): void;
  progress?(progress: RunnerProgress | null): void;
}

let runs = 0;

/** Never rejects. Tests that have not run when `signal` aborts are skipped. */
export async function runTests(
  testRequest: TestRequest,
  runOne: RunOne,
  on: TestListener,
  signal: AbortSignal,
): Promise<TestResult[]> {
  const batch = new TestBatch(testRequest, runOne, on, signal);
  const results: TestResult[] = [];
  const texts = new ResultTexts();
  for (const [index, test] of testRequest.tests.entries()) {
    const { verdict, durationMs } = await batch.runTest(test, index);
    const { name, hidden = false } = test;
    const result = texts.cut({ name, ...verdict, durationMs, hidden });
    for (const key of ['output', 'reason'] as const) if (result[key] === '') delete result[key];
    results.push(result);
    on.result(result);
  }
  return results;
}

interface Outcome {
  verdict: Verdict;
  durationMs: number;
}

class TestBatch {
  /** Languages that could not be loaded, with the reason. */
  readonly #lost = new Map<string, string>();
  /** For files that cannot be loaded: the verdict of their first test. */
  readonly #unloadable = new Map<string, Verdict>();
  readonly #programs: TestProgram[];
  readonly #languages: (string | undefined)[];

  constructor(
    private readonly testRequest: TestRequest,
    private readonly runOne: RunOne,
    private readonly on: TestListener,
    private readonly signal: AbortSignal,
  ) {
    this.#programs = testRequest.tests.map((test) => testProgram(test, testRequest));
    this.#languages = this.#programs.map((each) => ('request' in each ? each.request.language : undefined));
  }

  async runTest(test: Test, index: number): Promise<Outcome> {
    if (this.signal.aborted) return unrun('skipped', { output: faultText('stopped-before') });
    const found = this.#programs[index];
    if (!found || 'sentence' in found) return unrun('error', { reason: found?.sentence ?? '' });
    const { request } = found;
    const lost = this.#lost.get(request.language);
    if (lost !== undefined) return unrun('skipped', { output: lost });
    const key = `${request.language} ${request.fileName}`;
    const known = this.#unloadable.get(key);
    if (known) return { verdict: known, durationMs: 0 };
    const printed = new Transcript();
    let report: TestReport | undefined;
    const sink: RunSink = {
      output: printed.output,
      progress: (progress) => this.on.progress?.(progress),
      tested: (text) => {
        report = readReport(text);
      },
    };
    runs += 1;
    let result: RunResult;
    try {
      const follow = this.#languages.slice(index + 1).filter((each) => each === request.language).length;
      result = await this.runOne({ id: `test-${runs}`, ...request, follow }, sink, this.signal);
    } catch (error) {
      const reason = sharedSentence(error);
      this.#lost.set(request.language, reason);
      return unrun('error', { reason });
    }
    const names = this.testRequest.files.map(({ name }) => name);
    const tested = { test, fileName: request.fileName, text: request.code, names, result, printed, report };
    const verdict = judged(tested);
    if (report?.kind === 'unloadable') this.#unloadable.set(key, verdict);
    return { verdict, durationMs: result.durationMs };
  }
}

/** A program that forges its report fails by itself: the tests behind it are run. */
function judged(tested: TestedProgram): Verdict {
  try {
    return verdictOf(tested);
  } catch {
    return { state: 'error', reason: faultText('not-carried-out') };
  }
}

function unrun(state: 'skipped' | 'error', verdict: Omit<Verdict, 'state'>): Outcome {
  return { verdict: { state, ...verdict }, durationMs: 0 };
}
