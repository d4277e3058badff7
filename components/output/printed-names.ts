// The files that the output of a run names: a name stays with the file that had it when the run was first seen, whatever the files are called later.
import type { CurrentRun } from '../session/run/run-log.js';
import type { Documents } from '../session/sync/documents.js';
import { usualFileName } from '../wording/name-text.js';

type Run = Pick<CurrentRun, 'id' | 'document' | 'language'>;

export class PrintedNames {
  #run = '';
  /** Runs are counted in each room, so that their ids alone do not tell them apart. */
  #room: Documents | undefined;
  /** Ids of documents by their names. */
  readonly #documents = new Map<string, number>();

  /** All names, the program's first. */
  of(run: Run, documents: Documents): string[] {
    if (run.id !== this.#run || documents !== this.#room) this.#documents.clear();
    this.#run = run.id;
    this.#room = documents;
    this.#note(documents.get(run.document)?.name || usualFileName(run.language), run.document);
    for (const { name, document } of documents.files.list) this.#note(name, document.id);
    return [...this.#documents.keys()];
  }

  /** What the file with this name is called now; undefined when it is gone. */
  now(name: string, { files }: Documents): string | undefined {
    const id = this.#documents.get(name);
    return files.list.find(({ document }) => document.id === id)?.name;
  }

  #note(name: string, document: number): void {
    if (!this.#documents.has(name)) this.#documents.set(name, document);
  }
}
