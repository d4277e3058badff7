// Undoes here only what is asked here: Chromium has one undo for a whole page, and asks this editor when Ctrl Z is pressed in a field elsewhere.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Before the editor's own history. */
export const undoInFocus: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (!/^history/.test(event.inputType) || view.root.activeElement === view.contentDOM) return false;
    event.preventDefault();
    return true;
  },
});
