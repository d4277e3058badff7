/** Cuts the texts of results, so that all results of a run can be shared. */
import { RESULT_LIMITS, type TestResult } from '../../party/shared/test-results.js';

const TEXTS = ['expected', 'actual', 'reason', 'output'] as const;

export class ResultTexts {
  #left: number = RESULT_LIMITS.allLength;

  cut(result: TestResult): TestResult {
    const limit = result.state === 'passed' ? RESULT_LIMITS.passedLength : RESULT_LIMITS.textLength;
    const kept = { ...result };
    for (const key of TEXTS) {
      const text = result[key];
      if (text === undefined) continue;
      const beginning = prefix(text, Math.min(limit, this.#left));
      if (beginning === '') delete kept[key];
      else kept[key] = beginning;
      this.#left -= beginning.length;
    }
    return kept;
  }
}

/** Without splitting a surrogate pair. */
function prefix(text: string, length: number): string {
  if (text.length <= length) return text;
  const end = /[\uD800-\uDBFF]/.test(text[length - 1] ?? '') ? length - 1 : length;
  return text.slice(0, Math.max(0, end));
}
