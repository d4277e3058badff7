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
    const text = view.state.toText(withLineFeeds(data));
    if (!view.state.readOnly)
      view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.insert', scrollIntoView: true });
    return true;
  },
});
