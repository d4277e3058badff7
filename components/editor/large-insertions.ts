// Inserts text of many lines (dictation, a keyboard's clipboard, a script) as one edit.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { withLineFeeds } from '../../party/shared/plain-text.js';

const LONG = 1_000;

/**
 * A browser would insert it line by line, with a layout of all lines for each, and the editor would read all of it back. Chromium
 * sends no event for `execCommand` by a script, so that stays as slow as in any other editable element.
 */
export const largeInsertions: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType } = event;
    const large = data && inputType === 'insertText' && (data.length > LONG || /[^\n]\n|\n[^\n]/.test(data));
    if (!large || view.compositionStarted || !event.cancelable) return false;
    event.preventDefault();
    const { state } = view;
    // It is pasted, but by the keyboard: its lines are indented like the file's, too.
    const filters = state.facet(EditorView.clipboardInputFilter);
    const text = filters.reduce((inserted, filter) => filter(inserted, state), withLineFeeds(data));
    if (!state.readOnly)
      view.dispatch(state.replaceSelection(state.toText(text)), { userEvent: 'input.insert', scrollIntoView: true });
    return true;
  },
});
