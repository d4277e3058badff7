// Shows a file of a recording as it was: text, the cursor of whoever typed last, and by whom or from where its parts came.
import { composeAll, lastPlace } from '../../party/shared/text-change.js';
import { t } from '../wording/words.js';
import { type Coloring, Colors } from './coloring.js';
import type { Recording } from './recording.js';
import { typingAt } from './render-people.js';
import type { ReplayDocument } from './replay-document.js';
import type { ReplayFile } from './replay-files.js';
import { type LastCursor, ReplayView } from './replay-view.js';

/** More edits than this at once are a jump. */
const STEPS = 50;

export class ReplayScreen {
  readonly colors: Colors;
  #view: ReplayView | undefined;
  #file: ReplayFile | undefined;
  /** How it is called. */
  #words = '';
  /** Number of edits that are shown, and how their parts are coloured. */
  #shown = 0;
  #coloring: Coloring = 'none';

  constructor(private readonly recording: Recording) {
    this.colors = new Colors(recording);
  }

  /** `follow`: scrolls to where somebody writes. */
  show(parent: Element, root: ShadowRoot, file: ReplayFile, time: number, follow: boolean, coloring: Coloring): void {
    const { history } = file;
    const count = history.countAt(time);
    const other = file !== this.#file;
    const steps = other ? -1 : count - this.#shown;
    const recolor = other || steps !== 0 || coloring !== this.#coloring;
    this.#view ??= new ReplayView(parent, root, history.textAt(count));
    // The language of the page may have changed.
    const words = this.#wordsFor(file);
    if (other || words !== this.#words) this.#view.about(file.language || 'python', words);
    this.#view.show({
      text: () => history.textAt(count),
      step: steps >= 0 && steps <= STEPS ? changesIn(history, this.#shown, count) : undefined,
      cursor: this.#cursor(file, count, time),
      parts: recolor ? this.colors.of(file, count, coloring) : undefined,
      follow,
    });
    [this.#file, this.#words, this.#shown, this.#coloring] = [file, words, count, coloring];
  }

  /** Until it is shown again. What is not closed stays in memory, as its editor listens to the window. */
  close(): void {
    this.#view?.close();
    this.#view = this.#file = undefined;
  }

  #wordsFor({ name }: ReplayFile): string {
    const alone = this.recording.files.list.length === 1;
    return alone ? t('Code at this moment') : t('{file} at this moment', { file: name });
  }

  #cursor(file: ReplayFile, count: number, time: number): LastCursor | null {
    const last = file.history.edits[count - 1];
    const person = typingAt(this.recording, time, file);
    if (!last || !person) return null;
    return { at: lastPlace(last.change) ?? 0, name: person.name, color: person.color };
  }
}

/** Null: none. */
function changesIn({ edits }: ReplayDocument, from: number, to: number) {
  return composeAll(edits.slice(from, to).map(({ change }) => change));
}
