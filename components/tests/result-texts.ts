/** Cuts the texts of results, so that all results of a run can be shared. */
import { piecesOf } from '../../party/shared/plain-text.js';
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
      const [beginning = ''] = piecesOf(text, Math.min(limit, this.#left));
      // A program that printed nothing has its empty text.
      if (beginning === '' && text !== '') delete kept[key];
      else kept[key] = beginning;
      this.#left -= beginning.length;
    }
    return kept;
  }
}
