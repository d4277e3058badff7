// Hashes of the room's files and tests, to know whether they have changed since a test run.
import { Text } from '@codemirror/state';
import { testLine } from '../../party/shared/test-lines.js';
import type { Test } from '../../party/shared/tests.js';
import { hashText } from '../../party/shared/wire/change.js';
import type { SessionDocument } from '../session/sync/document.js';
import type { Files } from '../session/sync/files.js';
import { listen } from './listeners.js';

/** Notified after a pause in typing, so that no keystroke is delayed. */
const PAUSE_MS = 200;

/** Event: `change`, a moment after files have changed. */
export class TestedCode extends EventTarget {
  readonly #watched = new WeakSet<SessionDocument>();
  readonly #heard = () => this.#changed();
  readonly #hashes = new WeakMap<Text, number>();
  readonly #hashesOfTests = new WeakMap<Test, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly files: Files) {
    super();
    listen(files, this.#heard, 'change');
    this.#watch();
  }

  /** Changes with any of these tests, and with any file, file name or the entry: among all files for hidden tests, otherwise among the visible ones. */
  hash(tests: readonly Test[], hidden: boolean): number {
    const seen = this.files.list.filter((file) => hidden || !file.hidden);
    const parts = seen.map(({ name, entry, document }) => `${name} ${entry} ${this.#hashOf(document.text)}`);
    const tested = tests.map((test) => `${this.#hashOfTest(test)}`);
    return hashText(Text.of([...parts.sort(), '', ...tested.sort()]));
  }

  /** Cached, because each result is followed by a look. */
  #hashOfTest(test: Test): number {
    const hash = this.#hashesOfTests.get(test) ?? hashText(Text.of(testLine(test).split('\n')));
    this.#hashesOfTests.set(test, hash);
    return hash;
  }

  /** Cached by text, because typing changes only one file. */
  #hashOf(text: Text): number {
    const hash = this.#hashes.get(text) ?? hashText(text);
    this.#hashes.set(text, hash);
    return hash;
  }

  #watch(): void {
    for (const document of this.files.documents) {
      if (this.#watched.has(document)) continue;
      this.#watched.add(document);
      // For own edits only `saved` fires.
      listen(document, this.#heard, 'change', 'saved');
    }
  }

  #changed(): void {
    this.#watch();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.dispatchEvent(new Event('change')), PAUSE_MS);
  }
}
