// Has edits in very many places applied at the cost of reading the text once, which CodeMirror by itself does not.
import { EditorState, type Extension, type Transaction } from '@codemirror/state';
import { applyChange } from '../../party/shared/text-change.js';

function linear({ changes, docChanged }: Transaction): void {
  if (docChanged) changes.apply = (text) => applyChange(changes, text);
}

/** Of edits typed, undone and shown alike; a filter sees those that are typed before any other asks for their text, an extender all of them. */
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
