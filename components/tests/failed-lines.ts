// Marks in the editor the lines at which tests fail, until the code there changes or the tests are run again.
import { markFailedLines } from '../editor/failed-lines.js';
import { EditorsEvent } from '../run/editors-event.js';
import type { RunController } from '../run/run-controller.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import type { RoomTests } from './room-tests.js';
import { isWrong } from './test-cases.js';

export class FailedLines {
  /** Runs that began while this page was there: of what was run before, the code may be another by now. */
  readonly #seen = new Set<string>();
  /** What is marked already: an edit has moved or removed it since. */
  #marked = '';

  constructor(
    private readonly session: Session,
    private readonly runs: RunController,
    private readonly tests: RoomTests,
  ) {
    tests.addEventListener('change', () => this.#mark());
    // A file that is opened has an editor a moment later.
    session.documents.files.addEventListener('shown', () => requestAnimationFrame(() => this.#mark(true)));
  }

  #mark(again = false): void {
    const lines = this.#lines();
    const now = JSON.stringify(lines);
    if (now === this.#marked && !again) return;
    this.#marked = now;
    const { files } = this.session.documents;
    const of = (document: SessionDocument) => {
      const name = files.list.find((file) => file.document === document)?.name;
      return lines.filter(({ file }) => file === name);
    };
    this.runs.dispatchEvent(
      new EditorsEvent((editors) => {
        for (const [document, { view }] of editors) markFailedLines(view, of(document), again);
      }),
    );
  }

  #lines(): { file: string; line: number; test: string }[] {
    return [this.tests.run, this.tests.hiddenRun].flatMap((run) => {
      if (run && !run.ended) this.#seen.add(run.id);
      if (!run || !this.#seen.has(run.id)) return [];
      return run.results.flatMap(({ name, state, file, line }) =>
        isWrong(state) && file !== undefined && line !== undefined ? [{ file, line, test: name }] : [],
      );
    });
  }
}
