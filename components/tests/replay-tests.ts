// The tests of a replay, with their results at any time.
import { documentKind } from '../../party/shared/document-kinds.js';
import type { Replay } from '../../party/shared/replay.js';
import { readRuns } from '../../party/shared/result-lines.js';
import { readTests } from '../../party/shared/test-lines.js';
import { ReplayDocument } from '../replay/replay-document.js';
import { type Case, casesOf } from './test-cases.js';

type Kind = 'tests' | 'hidden-tests' | 'results' | 'hidden-results';

export class ReplayTests {
  readonly #documents = new Map<string, ReplayDocument>();

  /** Throws FrameError or RangeError when a log is damaged. */
  constructor(documents: Replay['documents']) {
    for (const document of documents) {
      const kind = documentKind(document.id);
      if (/tests|results/.test(kind)) this.#documents.set(kind, new ReplayDocument(document));
    }
  }

  /** Times of changes, in no order. */
  get times(): number[] {
    return [...this.#documents.values()].flatMap(({ entries }) => entries.map(({ time }) => time));
  }

  /** At this time; hidden ones last. */
  at(time: number): Case[] {
    const of = (tests: Kind, results: Kind, hidden: boolean) => {
      const runs = readRuns(this.#text(results, time), hidden);
      const run = runs.findLast(({ at }) => at > 0) ?? null;
      const earlier = new Map(runs.flatMap((one) => one.results.map((result) => [result.name, result])));
      return casesOf(readTests(this.#text(tests, time), hidden), run && { ...run, alive: true }, earlier);
    };
    return [...of('tests', 'results', false), ...of('hidden-tests', 'hidden-results', true)];
  }

  #text(kind: Kind, time: number): string {
    const document = this.#documents.get(kind);
    return document?.textAt(document.countAt(time)).toString() ?? '';
  }
}
