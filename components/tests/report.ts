/** Parses a test report from an interpreter. A program may have forged it. */
import { isTexts } from '../../party/shared/json.js';
import type { TestReport } from '../runner/messages.js';

/** Undefined for a malformed report. */
export function readReport(text: string): TestReport | undefined {
  try {
    return reportIn(JSON.parse(text));
  } catch {
    return undefined; // The test has no result, then.
  }
}

/** Throws where a part cannot be converted, such as an object with a `toString` of its own. */
function reportIn(given: unknown): TestReport | undefined {
  const { kind, name, found, columns, values, failures } = Object(given);
  if (kind === 'unloadable' || kind === 'large' || kind === 'pending') return { kind };
  if (kind === 'missing') return { kind, name: String(name).slice(0, 200), found: found === true };
  if (kind === 'returned') return { kind, value: Object(given).value };
  if (kind === 'rows' && isTexts(columns) && isLists(values)) return { kind, columns, values };
  if (kind === 'cases' && Array.isArray(failures)) {
    const [count = 0, failed = 0, skipped = 0] = ['count', 'failed', 'skipped'].map(
      (key) => Number(Object(given)[key]) || 0,
    );
    return { kind, failures: failures.map(readFailure), count, failed, skipped };
  }
  return undefined;
}

function readFailure(given: unknown): Extract<TestReport, { kind: 'cases' }>['failures'][number] {
  const { name, state, reason, file, line } = Object(given);
  return {
    name: String(name),
    state: state === 'error' ? state : 'failed',
    reason: String(reason),
    ...(typeof file === 'string' && Number.isSafeInteger(line) ? { file, line: line as number } : {}),
  };
}

function isLists(value: unknown): value is unknown[][] {
  return Array.isArray(value) && value.every((each) => Array.isArray(each));
}
