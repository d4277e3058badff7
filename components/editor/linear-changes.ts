// Applies edits with very many places in linear time, which CodeMirror does not.
import { EditorState, type Extension, type Transaction } from '@codemirror/state';
import { applyChange } from '../../party/shared/text-change.js';

function linear({ changes, docChanged }: Transaction): void {
  if (docChanged) changes.apply = (text) => applyChange(changes, text);
}

/** For typed edits, undo and remote changes: a filter sees typed ones before others ask for their text, an extender sees all. */
export const linearEdits: Extension = [
  EditorState.changeFilter.of((transaction) => {
    linear(transaction);
    return true;
  }),
  EditorState.transactionExtender.of((transaction) => {
    linear(transaction);
    return null;
  }),
];
