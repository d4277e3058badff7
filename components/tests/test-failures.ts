// Marks the lines at which tests fail in the editor, until the code changes or the tests run again.
import type { TestRun } from '../../party/shared/test-results.js';
import { type FailedLine, type FailedTestRun, markFailedLines } from '../editor/failed-lines.js';
import { nextFrame } from '../page/next-frame.js';
import { EditorsEvent } from '../run/editors-event.js';
import type { RunController } from '../run/run-controller.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import type { RoomTests } from './room-tests.js';
import { isWrong } from './test-states.js';

/** With the lines of all files. */
type FailuresOfFiles = FailedTestRun<FailedLine & { file: string }>;

export class TestFailures {
  /** The failures that are marked already. */
  #marked = '';

  constructor(
    private readonly session: Session,
    private readonly runs: RunController,
    private readonly tests: RoomTests,
  ) {
    tests.addEventListener('change', () => this.#mark());
    // A file's editor is created a moment after the file is shown.
    session.documents.files.addEventListener('shown', () => nextFrame(() => this.#mark(true)));
    runs.addEventListener('rebuilt', () => this.#mark(true));
  }

  #mark(again = false): void {
    const { tests } = this;
    const all = [this.#failures(tests.run, false), this.#failures(tests.hiddenRun, true)];
    const now = JSON.stringify(all);
    if (now === this.#marked && !again) return;
    this.#marked = now;
    const { files } = this.session.documents;
    const of = (document: SessionDocument) => {
      const name = files.list.find((file) => file.document === document)?.name;
      return all.map((failures) => ({ ...failures, lines: failures.lines.filter(({ file }) => file === name) }));
    };
    this.runs.dispatchEvent(
      new EditorsEvent((editors) => {
        for (const [document, { view }] of editors) markFailedLines(view, of(document));
      }),
    );
  }

  #failures(run: TestRun | null, hidden: boolean): FailuresOfFiles {
    const lines = run?.results.flatMap(({ name, state, file, line }) =>
      isWrong(state) && file !== undefined && line !== undefined ? [{ file, line, test: name }] : [],
    );
    // Without a hash of the code, it may have changed.
    const outdated = run?.code === undefined || this.tests.isOutdated(run, hidden);
    return { run: run?.id ?? '', outdated, lines: lines ?? [] };
  }
}
