// Keeps the visible text in place on the screen while lines above it change.
import { type EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/**
 * CodeMirror adjusts the scroll position at its next measure, once per frame, and only for the last update before it: each update
 * takes the current top of the screen as the anchor, although the update before has moved it.
 */
class SteadyScroll implements PluginValue {
  #moved = false;

  constructor(private readonly view: EditorView) {}

  update({ heightChanged, transactions }: ViewUpdate): void {
    if (!heightChanged || transactions.length === 0) return;
    this.#moved = true;
    this.view.requestMeasure({ key: this, read: () => this.#measured() });
  }

  /** Adjusts the scroll position for the updates so far. Forces a layout, so only if the number of lines has changed. */
  settle(): void {
    // Measuring would end a composition; then the text may move, which is better than inserting it twice.
    if (!this.#moved || this.view.compositionStarted) return;
    // Asking for a height makes the view measure first.
    this.view.elementAtHeight(0);
  }

  #measured(): void {
    this.#moved = false;
  }
}

export const scrollAnchor = ViewPlugin.fromClass(SteadyScroll);

/** Must be called before each update of the view. */
export function settleScroll(view: EditorView): void {
  view.plugin(scrollAnchor)?.settle();
}
