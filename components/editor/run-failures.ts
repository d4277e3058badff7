// Marks the error lines of the last run in each file, as long as the file is unchanged since the run.
import type { EditorView } from '@codemirror/view';
import { errorLine } from '../output/source-locations.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';
import { usualFileName } from '../wording/name-text.js';
import type { DocumentEditor } from './document-editor.js';
import { markErrorLine } from './error-line.js';
import type { RunVersions } from './run-versions.js';

/** Call `look` when an editor has been created or rebuilt, because that may be after the failed run. */
export class RunFailures {
  #run = '';
  #marked = new WeakSet<EditorView>();

  constructor(
    private readonly session: Session,
    private readonly versions: RunVersions,
    private readonly editors: ReadonlyMap<SessionDocument, DocumentEditor>,
    signal: AbortSignal,
  ) {
    session.run.addEventListener('run', () => this.#onRun(), { signal });
    this.#onRun();
  }

  look(): void {
    const { current } = this.session.run;
    if (current?.state !== 'failed') return;
    const said = current.output.filter(({ kind }) => kind === 'stderr').map(({ text }) => text);
    for (const [document, { view }] of this.editors) {
      if (this.#marked.has(view)) continue;
      this.#marked.add(view);
      const name = document.name || usualFileName(document.language || current.language);
      const line = this.versions.isWhatRan(document, current) ? errorLine(said.join(''), name) : undefined;
      markErrorLine(view, line ?? null);
    }
  }

  #onRun(): void {
    const id = this.session.run.current?.id ?? '';
    if (id !== this.#run) {
      this.#run = id;
      this.#marked = new WeakSet();
      for (const { view } of this.editors.values()) markErrorLine(view, null);
    }
    this.look();
  }
}
