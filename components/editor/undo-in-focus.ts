// Undoes only when this editor has the focus: Chromium has one undo per page, and sends the event here when Ctrl Z is pressed in a field elsewhere.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Must come before the editor's own history. */
export const undoInFocus: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (!/^history/.test(event.inputType) || view.root.activeElement === view.contentDOM) return false;
    event.preventDefault();
    return true;
  },
});
