// Transfers the undo history: from a failed editor to its replacement, and from the first small undo to the full one.
import { history, historyField, redo, undo } from '@codemirror/commands';
import { EditorState, type Extension, type Text, Transaction } from '@codemirror/state';
import { replacement } from '../../party/shared/wire/change.js';
import { back } from './first-undo.js';

/**
 * For an editor that starts with `text`. `failed` are local edits that the old editor did not apply; they can be undone, too. Any
 * other difference between the two texts comes from others, and is mapped as usual.
 */
export function undoOf(old: EditorState, failed: readonly Transaction[], text: Text): Extension {
  const kept = old.field(historyField, false);
  if (!kept) return [];
  // Without the other extensions, which could fail again.
  let state = EditorState.create({ doc: old.doc, extensions: [history(), historyField.init(() => kept)] });
  for (const { changes, startState } of failed) {
    if (startState.doc.eq(state.doc)) state = state.update({ changes }).state;
  }
  const changes = replacement(state.doc, text);
  if (changes) state = state.update({ changes, annotations: Transaction.addToHistory.of(false) }).state;
  const carried = state.field(historyField);
  return historyField.init(() => carried);
}

/** The history that would exist if there had been one from the start. */
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

/** The same transaction, with the annotations that the history uses. */
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
