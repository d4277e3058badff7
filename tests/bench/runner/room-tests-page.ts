/** The page on which tests of a room are measured, beside plain runs of the same program: one Runner for both. */
import { Runner } from '../../../components/runner/runner.js';
import { runTests } from '../../../components/tests/run-tests.js';

/** What the page offers to those who measure it: milliseconds. */
export interface TestsPage {
  /** From a press to the end of one run. */
  plainRun(): Promise<number>;
  /** From a press to the first result. */
  firstResult(): Promise<number>;
  /** So many runs, each begun when the one before has ended. */
  plainRuns(count: number): Promise<number>;
  /** From a press to the last result of so many tests. */
  allResults(count: number): Promise<number>;
}

const FILE = { name: 'main.py', text: 'print(int(input()) + 1)' };
const runner = new Runner({ url: `${document.documentElement.dataset.host}/sandbox/`, mount: document.body });
let runs = 0;

async function plainRun(): Promise<number> {
  const began = performance.now();
  runs += 1;
  const request = { id: `run-${runs}`, language: 'python', code: FILE.text, fileName: FILE.name, stdin: '1\n' };
  const { state } = await runner.run(request, { output: () => {}, progress: () => {} });
  if (state !== 'done') throw new Error(`A run ended as ${state}.`);
  return performance.now() - began;
}

async function plainRuns(count: number): Promise<number> {
  const began = performance.now();
  for (let run = 0; run < count; run++) await plainRun();
  return performance.now() - began;
}

async function timesOf(count: number): Promise<{ first: number; all: number }> {
  const began = performance.now();
  let first = 0;
  const tests = Array.from({ length: count }, (_, index) => ({
    name: String(index),
    kind: 'io' as const,
    stdin: `${index}\n`,
    stdout: String(index + 1),
  }));
  const results = await runTests(
    { tests, language: 'python', entry: FILE.name, files: [FILE] },
    (request, sink) => runner.run(request, sink),
    {
      result: () => {
        first ||= performance.now() - began;
      },
    },
    new AbortController().signal,
  );
  const wrong = results.find(({ state }) => state !== 'passed');
  if (wrong) throw new Error(`A test ended as ${wrong.state}: ${wrong.reason}`);
  return { first, all: performance.now() - began };
}

const page: TestsPage = {
  plainRun,
  plainRuns,
  firstResult: async () => (await timesOf(1)).first,
  allResults: async (count) => (await timesOf(count)).all,
};
Object.assign(window, page);
