// Results of hidden tests that are shared with candidates: none, the counts, or also the names; never a text.
import { resultLine } from '../../party/shared/result-lines.js';
import type { HiddenResults, TestResult, TestRun } from '../../party/shared/test-results.js';

export class SharedHiddenResults {
  #passed = 0;
  #failed = 0;
  #waiting: string[] = [];
  #counted = true;

  /** `much` is the current setting. If it was `none` when the run started, nothing of the run is shared. */
  constructor(
    private readonly id: string,
    private readonly much: () => HiddenResults,
  ) {}

  begin({ by, at, names }: Pick<TestRun, 'by' | 'at' | 'names'>, replica: number): string {
    return resultLine({ type: 'hidden-begin', id: this.id, by, replica, at, total: names.length });
  }

  record({ name, state }: TestResult): void {
    // A skipped test has neither passed nor failed.
    if (state === 'skipped') return;
    const passed = state === 'passed';
    if (passed) this.#passed++;
    else this.#failed++;
    this.#counted = false;
    if (this.much() === 'names') this.#waiting.push(resultLine({ type: 'hidden-verdict', id: this.id, name, passed }));
  }

  end(): void {
    this.#waiting.push(resultLine({ type: 'hidden-end', id: this.id }));
  }

  /** The lines since the last call. */
  take(): string[] {
    const lines = this.#waiting;
    this.#waiting = [];
    if (this.#counted || this.much() === 'none') return lines;
    this.#counted = true;
    const { id } = this;
    return [resultLine({ type: 'hidden-counts', id, passed: this.#passed, failed: this.#failed }), ...lines];
  }
}
