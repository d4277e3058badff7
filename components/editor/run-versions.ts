// Remembers each file's version at the start of the current run; the room only knows the version of the file that is run.
import type { CurrentRun } from '../session/run/run-log.js';
import type { Session } from '../session/session.js';
import type { SessionDocument } from '../session/sync/document.js';

export class RunVersions {
  #run: string | undefined;
  #versions = new Map<SessionDocument, number>();

  constructor(
    private readonly session: Session,
    signal: AbortSignal,
  ) {
    session.run.addEventListener('run', () => this.#onRun(), { signal });
    this.#onRun();
  }

  /** Whether the file is unchanged since the run. Unknown, so false, for a run that was over when this page joined. */
  isWhatRan(document: SessionDocument, run: CurrentRun): boolean {
    return document.version === (document.id === run.document ? run.version : this.#versions.get(document));
  }

  #onRun(): void {
    const { run, documents } = this.session;
    if (run.current?.id === this.#run) return;
    this.#run = run.current?.id;
    const known = run.running ? documents.files.documents : [];
    this.#versions = new Map([...known].map((document) => [document, document.version]));
  }
}
