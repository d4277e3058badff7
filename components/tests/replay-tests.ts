// The tests of a replay, with their results at any time.

import { readRuns } from '../../party/shared/result-lines.js';
import { readTests } from '../../party/shared/test-lines.js';
import type { ReplayDocument } from '../replay/replay-document.js';
import { type TestWithState, testsWithStates } from './test-states.js';

type Kind = 'tests' | 'hidden-tests' | 'results' | 'hidden-results';
const KINDS: readonly Kind[] = ['tests', 'hidden-tests', 'results', 'hidden-results'];

export class ReplayTests {
  /** What was read last, and how many edits of each text that was after. */
  #last: { after: string; tests: TestWithState[] } = { after: '', tests: [] };

  constructor(private readonly text: (kind: Kind) => ReplayDocument | undefined) {}

  /** At this time; hidden ones last. */
  at(time: number): TestWithState[] {
    const after = KINDS.map((kind) => this.text(kind)?.countAt(time) ?? 0).join();
    if (after !== this.#last.after) this.#last = { after, tests: this.#read(time) };
    return this.#last.tests;
  }

  #read(time: number): TestWithState[] {
    const of = (tests: Kind, results: Kind, hidden: boolean) => {
      const runs = readRuns(this.#text(results, time), hidden);
      const run = runs.findLast(({ at }) => at > 0) ?? null;
      const earlier = new Map(runs.flatMap((one) => one.results.map((result) => [result.name, result])));
      return testsWithStates(readTests(this.#text(tests, time), hidden), run && { ...run, alive: true }, earlier);
    };
    return [...of('tests', 'results', false), ...of('hidden-tests', 'hidden-results', true)];
  }

  #text(kind: Kind, time: number): string {
    const document = this.text(kind);
    return document?.textAt(document.countAt(time)).toString() ?? '';
  }
}
