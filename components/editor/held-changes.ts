// Holds others' edits back while they would interrupt an input method's composition. The view does not have them yet.
import type { ChangeSet } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** Some keyboards compose all the time, so edits are held no longer than this. */
const LONGEST_MS = 3_000;
const LOOK_MS = 50;

export class HeldChanges {
  /** The change from the view's text to the session's. */
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

  /** True when the change is held: it touches the line being composed in, or follows a held one. */
  take(change: ChangeSet): boolean {
    if (!this.#changes && !this.#disturbs(change)) return false;
    if (!this.#changes) this.#since = performance.now();
    this.#changes = this.#changes ? this.#changes.compose(change) : change;
    this.#timer ??= setTimeout(() => this.#look(), LOOK_MS);
    return true;
  }

  /** Maps an edit of the view to the session's text. */
  map(edit: ChangeSet): ChangeSet {
    if (!this.#changes) return edit;
    const mapped = edit.map(this.#changes);
    this.#changes = this.#changes.map(edit, true);
    return mapped;
  }

  /** Maps a position of the view to the session's text. */
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
