// Takes text of many lines that comes at once, by dictation, a keyboard's clipboard or a script, as one edit.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { withLineFeeds } from '../../party/shared/plain-text.js';

const LONG = 1_000;

/**
 * A browser would write it line by line, with a layout of all lines for each, and the editor then read all of it back. Chromium
 * asks nobody when a script has it write by `execCommand`, and stays as slow there as in any other editable place.
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
