// Where a line that a test failed at is by now: the texts that were tested are kept, and compared with those there are.
import { diff } from '@codemirror/merge';
import type { Text } from '@codemirror/state';
import type { TestResult } from '../../party/shared/test-results.js';
import type { SessionDocument } from '../session/sync/document.js';
import type { Files } from '../session/sync/files.js';
import type { RoomTests } from './room-tests.js';

/** Counted from 1. */
interface Place {
  line: number;
  file: string;
}

/** By the name each file had then. */
type Tested = ReadonlyMap<string, { document: SessionDocument; text: Text }>;

/** Runs whose texts are kept: results of tests that were not run again may be of an earlier one. */
const RUNS = 20;
/** Milliseconds: beyond that it is compared by larger pieces. */
const PATIENCE = { scanLimit: 500, timeout: 50 };

export class TestedTexts {
  readonly #runs = new Map<string, Tested>();

  constructor(
    private readonly files: Files,
    private readonly tests: RoomTests,
  ) {
    tests.addEventListener('change', () => this.#keep());
    this.#keep();
  }

  /** The same place where this page has not seen what was tested. */
  now(place: Place, result: TestResult): Place {
    const tested = this.#runs.get(this.tests.runOf(result)?.id ?? '')?.get(place.file);
    const name = this.files.list.find(({ document }) => document === tested?.document)?.name;
    if (!tested || name === undefined) return place;
    return { line: lineNow(place.line, tested.text, tested.document.text), file: name };
  }

  #keep(): void {
    const { tests, files } = this;
    for (const [run, hidden] of [
      [tests.run, false],
      [tests.hiddenRun, true],
    ] as const) {
      if (run?.code === undefined || this.#runs.has(run.id) || tests.isOutdated(run, hidden)) continue;
      this.#runs.set(
        run.id,
        new Map(files.list.map(({ name, document }) => [name, { document, text: document.text }])),
      );
      const [oldest] = this.#runs.keys();
      if (this.#runs.size > RUNS && oldest !== undefined) this.#runs.delete(oldest);
    }
  }
}

/** Of a line that is no more: where it was. */
export function lineNow(line: number, before: Text, after: Text): number {
  if (before.eq(after) || line < 1 || line > before.lines) return line;
  const { from: at } = before.line(line);
  let moved = 0;
  for (const { fromA, toA, fromB, toB } of diff(before.toString(), after.toString(), PATIENCE)) {
    if (fromA > at) break;
    if (toA > at) return after.lineAt(fromB).number;
    moved = toB - toA;
  }
  return after.lineAt(Math.max(0, Math.min(at + moved, after.length))).number;
}
