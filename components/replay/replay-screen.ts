// Shows a file of a recording as it was: text, the cursor of whoever typed last, and who wrote what.
import { Authorship } from './authorship.js';
import type { Recording } from './recording.js';
import { typingAt } from './render-people.js';
import type { ReplayDocument } from './replay-document.js';
import type { ReplayFile } from './replay-files.js';
import { type LastCursor, ReplayView } from './replay-view.js';

/** More edits than this at once are shown in one step. */
const STEPS = 50;

export class ReplayScreen {
  readonly #view: ReplayView;
  readonly #authorship = new Map<ReplayFile, Authorship>();
  #file: ReplayFile | undefined;
  /** Number of edits that are shown, and of those whose authors are; -1: none. */
  #shown = 0;
  #colored = -1;
  #last = { time: 0, colored: false };

  constructor(
    private readonly recording: Recording,
    parent: Element,
    root: ShadowRoot,
  ) {
    this.#view = new ReplayView(parent, root, 'Code at this moment');
  }

  /** `follow`: scrolls to where somebody writes. */
  show(file: ReplayFile, time: number, follow: boolean, colored: boolean): void {
    const { history } = file;
    this.#last = { time, colored };
    if (file !== this.#file) {
      const words = this.recording.files.list.length === 1 ? 'Code at this moment' : `${file.name} at this moment`;
      void this.#view.highlight(file.language || 'python', words).then(() => {
        // The editor has begun anew, without cursor and colours.
        this.#colored = -1;
        if (this.#file === file) this.show(file, this.#last.time, false, this.#last.colored);
      });
      this.#view.show(history.textAt(0), null, null, false);
      this.#file = file;
      this.#shown = 0;
      this.#colored = -1;
    }
    const count = history.countAt(time);
    const steps = count - this.#shown;
    const changes =
      steps >= 0 && steps <= STEPS ? history.edits.slice(this.#shown, count).map(({ change }) => change) : null;
    this.#shown = count;
    this.#view.show(history.textAt(count), changes, this.#cursor(history, count, time), follow);
    this.#color(file, colored);
  }

  close(): void {
    this.#view.close();
  }

  #color(file: ReplayFile, colored: boolean): void {
    const count = colored ? this.#shown : -1;
    if (count === this.#colored) return;
    this.#colored = count;
    const authorship = this.#authorship.get(file) ?? new Authorship(file.history);
    this.#authorship.set(file, authorship);
    const colorOf = (person: number) => this.recording.person(person)?.color ?? '';
    this.#view.color(colored ? authorship.after(count) : null, colorOf);
  }

  #cursor({ edits }: ReplayDocument, count: number, time: number): LastCursor | null {
    const last = edits[count - 1];
    const person = typingAt(this.recording, time);
    if (!last || !person) return null;
    let at = 0;
    last.change.iterChangedRanges((_fromA, _toA, _fromB, toB) => {
      at = toB;
    });
    return { at, name: person.name, color: person.color };
  }
}
