// Others' edits that wait because they would tear apart what an input method is composing; the view does not have them yet.
import type { ChangeSet } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** Some keyboards compose for ever: others' edits wait no longer than this. */
const LONGEST_MS = 3_000;
const LOOK_MS = 50;

export class HeldChanges {
  /** From the text of the view to that of the session. */
  #changes: ChangeSet | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #since = 0;

  constructor(
    private readonly view: EditorView,
    private readonly show: (changes: ChangeSet) => void,
  ) {}

  get any(): boolean {
    return this.#changes !== null;
  }

  /** True when the change waits: it touches the line being composed in, or comes after one that waits. */
  take(change: ChangeSet): boolean {
    if (!this.#changes && !this.#disturbs(change)) return false;
    if (!this.#changes) this.#since = performance.now();
    this.#changes = this.#changes ? this.#changes.compose(change) : change;
    this.#timer ??= setTimeout(() => this.#look(), LOOK_MS);
    return true;
  }

  /** An edit of the view, as one of the session's text. */
  map(edit: ChangeSet): ChangeSet {
    if (!this.#changes) return edit;
    const mapped = edit.map(this.#changes);
    this.#changes = this.#changes.map(edit, true);
    return mapped;
  }

  /** A position of the view, in the session's text. */
  position(at: number): number {
    return this.#changes ? this.#changes.mapPos(at) : at;
  }

  release(): void {
    const changes = this.#changes;
    this.drop();
    if (changes) this.show(changes);
  }

  drop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#changes = null;
  }

  #look(): void {
    this.#timer = null;
    const late = performance.now() - this.#since > LONGEST_MS;
    if (late || !this.view.compositionStarted) this.release();
    else this.#timer = setTimeout(() => this.#look(), LOOK_MS);
  }

  #disturbs(change: ChangeSet): boolean {
    if (!this.view.compositionStarted) return false;
    const { doc, selection } = this.view.state;
    const { from, to } = doc.lineAt(selection.main.head);
    return change.touchesRange(from, to) !== false;
  }
}
