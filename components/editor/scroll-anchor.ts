// Keeps what a person reads where it is on the screen, however many edits arrive above it.
import { type EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/**
 * CodeMirror scrolls along with the text at its next measure, once a frame, and with the last update before it only:
 * each update takes anew what stands at the top of the screen, though the one before has moved it there.
 */
class SteadyScroll implements PluginValue {
  #moved = false;

  constructor(private readonly view: EditorView) {}

  update({ heightChanged, transactions }: ViewUpdate): void {
    if (!heightChanged || transactions.length === 0) return;
    this.#moved = true;
    this.view.requestMeasure({ key: this, read: () => this.#measured() });
  }

  /** Lets the view scroll along with the updates so far. Costs a layout, and only where lines came or went since the last. */
  settle(): void {
    // Measuring would end what an input method is composing: then the text may move, rather than be written twice.
    if (!this.#moved || this.view.compositionStarted) return;
    // Whatever asks for a height makes the view measure first.
    this.view.elementAtHeight(0);
  }

  #measured(): void {
    this.#moved = false;
  }
}

export const scrollAnchor = ViewPlugin.fromClass(SteadyScroll);

/** To be called before each update of the view. */
export function settleScroll(view: EditorView): void {
  view.plugin(scrollAnchor)?.settle();
}
