/** The page that the tests of questions are run in, as in a room: one Runner, each test in a fresh interpreter. */

import { Runner } from '../../components/runner/runner.js';
import { runTests } from '../../components/tests/run-tests.js';
import type { TestRequest, TestResult } from '../../party/shared/test-results.js';

const runner = new Runner({ url: '/sandbox/index.html', mount: document.body });

function runRoomTests(testRequest: TestRequest): Promise<TestResult[]> {
  const signal = new AbortController().signal;
  return runTests(testRequest, (request, sink) => runner.run(request, sink), { result: () => {} }, signal);
}

Object.assign(globalThis, { runRoomTests });
