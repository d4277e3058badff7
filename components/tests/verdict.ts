/** The verdict of a test, from how its program ended, its output and its report. */
import type { TestResult } from '../../party/shared/test-results.js';
import type { CallTest, CodeTest, ExpectedRows, IoTest, Test } from '../../party/shared/tests.js';
import { errorPlace } from '../output/source-locations.js';
import type { TestReport } from '../runner/messages.js';
import type { RunResult } from '../runner/runner.js';
import { faultText } from '../wording/fault-text.js';
import { comparableOutput, sameOutput } from './compare-output.js';
import { type Difference, firstDifference, firstRowDifference } from './compare-values.js';
import { errorSentence } from './error-sentence.js';
import { fromDifference } from './late-difference.js';
import { missingFunction } from './near-names.js';
import { readAs, returnedValue, shownValue } from './returned-value.js';
import { TEST_LIMIT_MS } from './test-program.js';
import type { Transcript } from './transcript.js';

/** Maximum number of failures shown per test file. */
const SHOWN_FAILURES = 5;

export type Verdict = Pick<TestResult, 'state' | 'expected' | 'actual' | 'reason' | 'output' | 'file' | 'line'>;

/** A program that was run for a test. */
export interface TestedProgram {
  test: Test;
  /** The tested file and its text. */
  fileName: string;
  text: string;
  /** Names of all files that an error may mention. */
  names: readonly string[];
  result: RunResult;
  printed: Transcript;
  report: TestReport | undefined;
}

export function verdictOf(tested: TestedProgram): Verdict {
  const { test, result, report } = tested;
  if (result.state === 'timed-out')
    return { ...shown(tested), state: 'timed-out', reason: faultText('late', { seconds: TEST_LIMIT_MS / 1000 }) };
  if (result.state === 'stopped') return { state: 'skipped', output: faultText('stopped') };
  if (result.state === 'interrupted') return { state: 'error', reason: result.sentence ?? faultText('interrupted') };
  if (test.kind === 'io') return result.state === 'done' ? ofOutput(test, tested) : failed(tested);
  if (report?.kind === 'missing')
    return { state: 'error', reason: missing(report, tested), output: tested.printed.all };
  if (result.state === 'failed' && report?.kind !== 'cases') return failed(tested);
  if (!report) return { ...shown(tested), state: 'error', reason: faultText('ended-early') };
  return test.kind === 'call' ? ofCall(test, tested, report) : ofTestFile(test, tested, report);
}

function shown({ test, printed }: TestedProgram): Partial<Verdict> {
  if (test.kind !== 'io') return { output: printed.all };
  const { stdout, all } = printed;
  const both = fromDifference({ expected: test.stdout, actual: stdout }, test.trim);
  return { ...both, ...(all === stdout ? {} : { output: all }) };
}

/** An error ended the program. */
function failed(tested: TestedProgram): Verdict {
  const { printed, names } = tested;
  const place = errorPlace(printed.stderr, names);
  const [note = ''] = printed.notes;
  return {
    ...shown(tested),
    state: 'error',
    reason: errorSentence(printed.stderr) || note || faultText('ended-failed'),
    ...(place && { file: place.fileName, line: place.line }),
  };
}

function ofOutput(test: IoTest, tested: TestedProgram): Verdict {
  const { stdout } = tested.printed;
  if (sameOutput(stdout, test.stdout, test.trim)) return { ...shown(tested), state: 'passed' };
  return { ...shown(tested), state: 'failed', reason: differenceOfLines(test, stdout) };
}

function differenceOfLines({ stdout: expected, trim }: IoTest, printed: string): string {
  if (printed === '') return faultText('nothing-printed');
  const [given, wanted] = [printed, expected].map((text) => comparableOutput(text, trim).split('\n'));
  const at = wanted?.findIndex((line, index) => given?.[index] !== line) ?? -1;
  const line = at < 0 ? (wanted?.length ?? 0) : at;
  const [has, should] = [given?.[line], wanted?.[line]];
  if (has === undefined) return faultText('line-missing', { line: line + 1, text: quoted(should) });
  if (should === undefined) return faultText('line-extra', { line: line + 1, text: quoted(has) });
  return faultText('line-differs', { line: line + 1, wanted: quoted(should), given: quoted(has) });
}

function quoted(text = ''): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 99)}…` : text);
}

function missing({ name, found }: Extract<TestReport, { kind: 'missing' }>, { fileName, text }: TestedProgram): string {
  return found ? faultText('no-function', { name, file: fileName }) : missingFunction(name, fileName, text);
}

function ofCall(test: CallTest, tested: TestedProgram, report: TestReport): Verdict {
  const output = tested.printed.all;
  const expected = shownValue(test.expected);
  if (report.kind === 'large')
    return { state: 'failed', expected, reason: faultText('returned-large', { name: test.function }), output };
  if (report.kind === 'pending') return { state: 'error', reason: faultText('returned-pending'), output };
  if (report.kind !== 'returned') return { state: 'error', reason: faultText('not-carried-out'), output };
  const value = returnedValue(report.value);
  const difference = firstDifference(value, test.expected, test.tolerance);
  const both = { ...fromDifference({ expected, actual: shownValue(readAs(value, test.expected)) }, 'none'), output };
  return difference
    ? { ...both, state: 'failed', reason: differenceSentence(difference) }
    : { ...both, state: 'passed' };
}

function ofTestFile(test: CodeTest, tested: TestedProgram, report: TestReport): Verdict {
  const output = tested.printed.all;
  if (report.kind === 'rows' && test.rows) return ofRows(report, test.rows, test.ordered ?? false, output);
  if (report.kind === 'large') return { state: 'failed', reason: faultText('rows-many'), output };
  if (report.kind !== 'cases') return { state: 'error', reason: faultText('not-carried-out'), output };
  const { failures, count, failed, skipped } = report;
  const [first] = failures;
  if (count + failed === 0) return { state: 'error', reason: noTests(tested.fileName), output };
  if (!first) {
    if (skipped < count) return { state: 'passed', output };
    return { state: 'skipped', output: faultText('all-skipped', { file: tested.fileName }) };
  }
  const told = failures.slice(0, SHOWN_FAILURES).map(({ name, reason }) => `${name}: ${reason}`);
  const more = failed > told.length ? [faultText('and-more', { count: failed - told.length })] : [];
  const head = count > 1 ? [faultText('tests-failed', { count: failed, all: Math.max(count, failed) })] : [];
  return {
    state: failures.some(({ state }) => state === 'failed') ? 'failed' : 'error',
    reason: [...head, ...told, ...more].join('\n'),
    output,
    ...(first.file === undefined || first.line === undefined ? {} : { file: first.file, line: first.line }),
  };
}

function noTests(file: string): string {
  return file.endsWith('.py')
    ? faultText('no-python-tests', { file })
    : faultText('no-script-tests', { file, example: "test('name', () => { … })" });
}

function ofRows(
  { columns, values }: Extract<TestReport, { kind: 'rows' }>,
  expected: ExpectedRows,
  ordered: boolean,
  output: string,
): Verdict {
  if (columns.length === 0) return { state: 'failed', reason: faultText('rows-none'), output };
  const actual = { columns, values: values as ExpectedRows['values'] };
  const both = fromDifference({ expected: shownRows(expected), actual: shownRows(actual) }, 'none');
  const difference = firstRowDifference(actual, expected, ordered);
  return difference
    ? { ...both, state: 'failed', reason: differenceSentence(difference) }
    : { ...both, state: 'passed' };
}

/** One line per row, so that a diff shows rows. */
function shownRows({ columns, values }: ExpectedRows): string {
  const row = (cells: readonly unknown[]) =>
    cells.map((cell) => (typeof cell === 'string' ? cell : String(cell ?? 'NULL'))).join(' | ');
  return [row(columns), ...values.map(row)].join('\n');
}

function differenceSentence({ path, text }: Difference): string {
  return path === '' ? text : faultText('at-path', { path, difference: text });
}
