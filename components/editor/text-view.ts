// CodeMirror's view, with its remembered selection and the page's kept equal where they come apart.
import { EditorView } from '@codemirror/view';

/**
 * Without EditContext, which CodeMirror would use in Chrome on Android: what others write is held back during a composition
 * (held-changes.ts), and that has been proven with the page's own text only.
 */
export class TextView extends EditorView {
  static readonly EDIT_CONTEXT: boolean = false;

  /**
   * Firefox puts the cursor of a focused text at its start when the page's selection was elsewhere. CodeMirror, which remembers
   * the previous one, does not set it again, and would take the start for the person's choice.
   */
  override focus(): void {
    const { hasFocus } = this;
    super.focus();
    if (hasFocus) return; // The page's selection may be newer: CodeMirror hears of it later.
    const { anchorNode, anchorOffset } = this.dom.ownerDocument.getSelection() ?? {};
    if (!anchorNode || !this.contentDOM.contains(anchorNode)) return;
    if (this.posAtDOM(anchorNode, anchorOffset) !== this.state.selection.main.anchor) this.select();
  }

  /** Restores the page's selection from the editor's. */
  select(): void {
    if (!this.hasFocus) return;
    const { anchor, head } = this.state.selection.main;
    const [start, end] = [this.domAtPos(anchor), this.domAtPos(head)];
    this.dom.ownerDocument.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
  }
}
