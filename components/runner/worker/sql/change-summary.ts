// Counts the statements of a script and the rows that they change, and prints the counts before the next table.
import type { CappedOutput } from '../capped-output.js';

/** Verbs for changed rows. */
const CHANGE_WORDS: Record<string, string> = {
  INSERT: 'inserted',
  REPLACE: 'inserted',
  UPDATE: 'updated',
  DELETE: 'deleted',
  MERGE: 'merged',
  COPY: 'copied',
};

export class ChangeSummary {
  #statements = 0;
  /** A statement has printed something. */
  #shown = false;
  /** Number of changed rows by verb, since the last table. */
  #changed = new Map<string, number>();

  constructor(private readonly output: CappedOutput) {}

  /** Counts one statement. */
  done(): void {
    this.#statements += 1;
  }

  /** Whether a statement with this first word changes rows. */
  changesRows(verb: string): boolean {
    return Object.hasOwn(CHANGE_WORDS, verb);
  }

  changed(verb: string, rows: number): void {
    const word = CHANGE_WORDS[verb];
    if (word) this.#changed.set(word, (this.#changed.get(word) ?? 0) + rows);
  }

  /** Call before a table is printed: prints the changes before it. */
  shows(): void {
    this.tellChanges();
    this.#shown = true;
  }

  tellChanges(): void {
    const changes = this.#changes();
    if (changes.length > 0) this.output.write('note', `${changes.join(', ')}.`);
  }

  /** Prints the changed rows, or that there is no result. */
  finish(): void {
    if (this.#shown) return this.tellChanges();
    const count = this.#statements;
    if (count === 0) return this.output.write('note', 'There is no statement to run yet.');
    const done = [`${count} ${count === 1 ? 'statement' : 'statements'} done`, ...this.#changes()].join(', ');
    this.output.write('note', `${done}; there is no SELECT among them to show anything.`);
  }

  #changes(): string[] {
    const changes = [...this.#changed].map(([word, rows]) => `${rows} ${rows === 1 ? 'row' : 'rows'} ${word}`);
    this.#changed.clear();
    return changes;
  }
}
