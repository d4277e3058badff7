// Carries a person's undo over from an editor that failed to the one that is built in its place.
import { history, historyField } from '@codemirror/commands';
import { EditorState, type Extension, type Text, Transaction } from '@codemirror/state';
import { replacement } from '../../party/shared/change.js';

/**
 * For an editor that begins with `text`. `failed`: edits of this person's the old editor did not come to show; they can be
 * taken back as well. Whatever else parts the two texts is others' and maps what is undone, as it always does.
 */
export function undoOf(old: EditorState, failed: readonly Transaction[], text: Text): Extension {
  const kept = old.field(historyField, false);
  if (!kept) return [];
  // With nothing in it that could fail once more.
  let state = EditorState.create({ doc: old.doc, extensions: [history(), historyField.init(() => kept)] });
  for (const { changes, startState } of failed) {
    if (startState.doc.eq(state.doc)) state = state.update({ changes }).state;
  }
  const changes = replacement(state.doc, text);
  if (changes) state = state.update({ changes, annotations: Transaction.addToHistory.of(false) }).state;
  const carried = state.field(historyField);
  return historyField.init(() => carried);
}
