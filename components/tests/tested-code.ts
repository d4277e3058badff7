// The files of a room as tests run them, so that one can tell whether they are still what a run of tests had.
import { Text } from '@codemirror/state';
import { hashText } from '../../party/shared/wire/change.js';
import type { SessionDocument } from '../session/sync/document.js';
import type { Files } from '../session/sync/files.js';
import { Listeners } from './listeners.js';

/** Told when whoever types pauses, so that no key waits for it. */
const PAUSE_MS = 200;

/** Event: `change`, a moment after files have changed. */
export class TestedCode extends EventTarget {
  readonly #watched = new WeakSet<SessionDocument>();
  readonly #listeners = new Listeners(() => this.#changed());
  readonly #hashes = new WeakMap<Text, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly files: Files) {
    super();
    this.#listeners.listen(files, 'change');
    this.#watch();
  }

  /** Hears of nothing any more. */
  close(): void {
    this.#listeners.close();
    clearTimeout(this.#timer);
  }

  /** Another one when a file, a name or what is run is another: among all files for hidden tests, else among those that everybody sees. */
  hash(hidden: boolean): number {
    const seen = this.files.list.filter((file) => hidden || !file.hidden);
    const parts = seen.map(({ name, entry, document }) => `${name} ${entry} ${this.#hashOf(document.text)}`);
    return hashText(Text.of([...parts.sort(), '']));
  }

  /** Typing makes one of them another, and the rest need not be read again. */
  #hashOf(text: Text): number {
    const hash = this.#hashes.get(text) ?? hashText(text);
    this.#hashes.set(text, hash);
    return hash;
  }

  #watch(): void {
    for (const document of this.files.documents) {
      if (this.#watched.has(document)) continue;
      this.#watched.add(document);
      // Every edit of one's own is unsaved at first.
      this.#listeners.listen(document, 'change', 'saved');
    }
  }

  #changed(): void {
    this.#watch();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.dispatchEvent(new Event('change')), PAUSE_MS);
  }
}
