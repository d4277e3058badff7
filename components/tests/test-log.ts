// Writes the results of a test run to the room: limited in size and rate, and nothing after another run was started.
import { ChangeSet } from '@codemirror/state';
import { utf8Length } from '../../party/shared/plain-text.js';
import {
  fittingLine,
  isSharedHidden,
  type ResultSpace,
  resultLine,
  resultName,
  resultSpace,
} from '../../party/shared/result-lines.js';
import { RESULT_LIMITS, type TestResult, type TestRun } from '../../party/shared/test-results.js';
import type { SessionDocument } from '../session/sync/document.js';
import { lineChanges, linesOf } from '../session/sync/line-changes.js';
import type { SharedHiddenResults } from './shared-hidden-results.js';

/** Interval of edits: others see results soon, and the room has time for typing. */
const PACE_MS = 100;
/** Maximum bytes of an edit, so that it is sent in one part. */
const PIECE_BYTES = 40 * 1024;

export class TestLog {
  readonly #stop = new AbortController();
  #space: ResultSpace = resultSpace([], []);
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #replica: number;
  #ended = false;

  /** `shared`: the document and lines for candidates, if anything of hidden tests is shared. `run`: whether this is still the last run, and this session's current replica. */
  constructor(
    readonly id: string,
    private readonly about: Pick<TestRun, 'by' | 'at' | 'names' | 'code'>,
    private readonly document: SessionDocument,
    private readonly shared: { document: SessionDocument; results: SharedHiddenResults } | null,
    private readonly run: { last: () => boolean; replica: () => number },
  ) {
    this.#replica = run.replica();
  }

  /** Replaces the previous run; results of tests that are not run now are kept. */
  begin(): void {
    const { document, shared, about } = this;
    const first = this.#first();
    const left = stays(document, about.names, shared !== null);
    this.#space = resultSpace([...left, first], about.names);
    rewrite(document, [...left, first]);
    if (!shared) return;
    const others = linesOf(shared.document.text).filter((line) => !isSharedHidden(line));
    rewrite(shared.document, [...others, shared.results.begin(about, this.#replica)]);
  }

  /** Aborted when anybody has requested a stop. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  record(result: TestResult): void {
    if (this.#ended) return;
    this.#waiting.push(fittingLine(this.id, result, this.#space));
    this.shared?.results.record(result);
    this.#later();
  }

  #later(): void {
    this.#timer ??= setTimeout(() => this.flush(), PACE_MS);
  }

  /** Lines for the next edit. */
  #some(): string[] {
    let [count, bytes] = [0, 0];
    for (const line of this.#waiting) {
      bytes += utf8Length(line) + 1;
      if (count > 0 && bytes > PIECE_BYTES) break;
      count++;
    }
    return this.#waiting.splice(0, count);
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#waiting.push(resultLine({ type: 'end', id: this.id }));
    this.shared?.results.end();
    this.flush();
  }

  /** Everything has been written, and nothing more will come. */
  get done(): boolean {
    return this.#ended && this.#waiting.length === 0;
  }

  /** Another run was started, or the results have gone, as when another question is asked. */
  get replaced(): boolean {
    return this.document.synced && !this.run.last();
  }

  /** It has ended where nothing can be written. */
  get untold(): boolean {
    return this.#ended && !this.document.editable;
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Writing may be possible again. */
  resume(): void {
    if (this.#timer === null && this.#waiting.length > 0) this.flush();
  }

  /** Writes pending lines, unless that is not allowed now. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const { document, shared } = this;
    if (!document.editable) return;
    if (!this.run.last()) this.#waiting = [];
    if (this.#waiting.length === 0) return;
    // An edit that is split, or composed with one in flight, might be divided within a line, and others' lines could be inserted there.
    if (!document.settled || (shared && !shared.document.settled)) return this.#later();
    const lines = this.#some();
    if (this.#waiting.length > 0) this.#later();
    if (this.run.replica() !== this.#replica) {
      // Others recognise by it that this page is still connected.
      this.#replica = this.run.replica();
      lines.unshift(this.#first());
    }
    append(document, lines);
    if (shared?.document.editable) append(shared.document, shared.results.take());
  }

  #first(): string {
    return resultLine({ type: 'begin', id: this.id, ...this.about, replica: this.#replica });
  }
}

/** Appends lines to a document. */
export function append(document: SessionDocument, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const { length } = document.text;
  const open = length > 0 && document.text.sliceString(length - 1) !== '\n';
  const insert = (open ? '\n' : '') + lines.map((line) => `${line}\n`).join('');
  document.edit({ from: length, to: length, insert });
}

/** Changes only lines that differ. */
export function rewrite(document: SessionDocument, lines: readonly string[]): void {
  document.edit(ChangeSet.of(lineChanges(document.text, lines), document.text.length));
}

/** Lines of earlier runs to keep: what is shared of hidden tests, and results of other tests, if there is enough space. */
function stays(document: SessionDocument, names: readonly string[], hidden: boolean): string[] {
  const now = new Set(names);
  const lines = linesOf(document.text);
  const shared = hidden ? [] : lines.filter(isSharedHidden);
  const results = lines.filter((line) => {
    const name = resultName(line);
    return name !== null && !now.has(name);
  });
  const small = utf8Length(results.join('\n')) < RESULT_LIMITS.allBytes / 2;
  return small ? [...shared, ...results] : shared;
}
