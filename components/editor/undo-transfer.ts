// Carries a person's undo over: from an editor that failed to the one built in its place, and from the first keys to what comes later.
import { history, historyField, redo, undo } from '@codemirror/commands';
import { EditorState, type Extension, type Text, Transaction } from '@codemirror/state';
import { replacement } from '../../party/shared/wire/change.js';
import { back } from './first-undo.js';

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

/** Of all that has happened in an editor so far, as if there had been a history from the beginning. */
export function undoSince(transactions: readonly Transaction[]): Extension {
  const [first] = transactions;
  if (!first) return [];
  const { doc, selection } = first.startState;
  const extensions = [history(), EditorState.allowMultipleSelections.of(true)];
  let state = EditorState.create({ doc, selection, extensions });
  for (const transaction of transactions) {
    const way = transaction.annotation(back);
    const dispatch = (next: Transaction) => {
      state = next.state;
    };
    if (way) (way === 'undo' ? undo : redo)({ state, dispatch });
    else state = state.update({ ...again(transaction), filter: false }).state;
    const changes = replacement(state.doc, transaction.newDoc);
    if (changes) state = state.update({ changes, annotations: Transaction.addToHistory.of(false) }).state;
  }
  const kept = state.field(historyField);
  return historyField.init(() => kept);
}

/** With all that a history asks for. */
function again(transaction: Transaction) {
  const { changes, selection } = transaction;
  const annotations = [Transaction.time.of(transaction.annotation(Transaction.time) ?? 0)];
  const kept = transaction.annotation(Transaction.addToHistory);
  const event = transaction.annotation(Transaction.userEvent);
  return {
    changes,
    ...(selection ? { selection } : {}),
    annotations: [
      ...annotations,
      ...(kept === undefined ? [] : [Transaction.addToHistory.of(kept)]),
      ...(event === undefined ? [] : [Transaction.userEvent.of(event)]),
    ],
  };
}
