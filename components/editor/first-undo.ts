// A small undo and redo that is used until CodeMirror's is loaded and takes over the history.
import { Annotation, type ChangeSet, type EditorSelection, type Extension, Transaction } from '@codemirror/state';
import { type Command, EditorView, keymap, type PluginValue, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** Marks transactions that undo or redo. */
export const back = Annotation.define<'undo' | 'redo'>();

/** The change that reverts an edit, and the selection before it. */
interface UndoStep {
  changes: ChangeSet;
  selection: EditorSelection;
}

/** Edits within this time are undone together; the same value as CodeMirror's. */
const TOGETHER_MS = 500;

class FirstUndo implements PluginValue {
  /** All transactions, for the full history that loads later. */
  readonly transactions: Transaction[] = [];
  readonly steps: { undo: UndoStep[]; redo: UndoStep[] } = { undo: [], redo: [] };
  #last = 0;

  update({ transactions }: ViewUpdate): void {
    for (const transaction of transactions) {
      if (transaction.docChanged || transaction.selection) this.transactions.push(transaction);
      if (transaction.docChanged) this.#keep(transaction);
      else if (transaction.selection) this.#last = 0;
    }
  }

  #keep(transaction: Transaction): void {
    const { changes, startState } = transaction;
    if (transaction.annotation(Transaction.addToHistory) === false) {
      this.steps.undo = mapped(this.steps.undo, changes);
      this.steps.redo = mapped(this.steps.redo, changes);
      return;
    }
    const step = { changes: changes.invert(startState.doc), selection: startState.selection };
    const way = transaction.annotation(back);
    const stack = way === 'undo' ? this.steps.redo : this.steps.undo;
    if (!way) this.steps.redo = [];
    const at = transaction.annotation(Transaction.time) ?? 0;
    const before = !way && at - this.#last < TOGETHER_MS && joins(transaction) ? stack.pop() : undefined;
    stack.push(before ? { changes: step.changes.compose(before.changes), selection: before.selection } : step);
    this.#last = way ? 0 : at;
  }
}

/** Adjacent insertions or deletions are joined. */
function joins(transaction: Transaction): boolean {
  return transaction.isUserEvent('input.type') || transaction.isUserEvent('delete');
}

/** The latest step applies to the current text, and each earlier one to the result; the selection belongs to the text before the step. */
function mapped(steps: readonly UndoStep[], changes: ChangeSet): UndoStep[] {
  let others = changes;
  const moved = [...steps].reverse().map((step) => {
    const before = others.map(step.changes, true);
    const result = { changes: step.changes.map(others), selection: step.selection.map(before) };
    others = before;
    return result;
  });
  return moved.reverse();
}

const plugin = ViewPlugin.fromClass(FirstUndo);

const go =
  (way: 'undo' | 'redo'): Command =>
  (view) => {
    const step = view.state.readOnly ? undefined : view.plugin(plugin)?.steps[way].pop();
    if (step) {
      const annotations = [back.of(way), Transaction.userEvent.of(way)];
      view.dispatch({ ...step, annotations, filter: false, scrollIntoView: true });
    }
    // Prevents the browser's own undo, which ignores others' edits.
    return true;
  };

const undo = go('undo');
const redo = go('redo');

/** All transactions so far, in order. */
export function happened(view: EditorView): readonly Transaction[] {
  return view.plugin(plugin)?.transactions ?? [];
}

export const firstUndo: Extension = [
  plugin,
  keymap.of([
    { key: 'Mod-z', run: undo },
    { key: 'Mod-y', mac: 'Mod-Shift-z', run: redo },
    { linux: 'Ctrl-Shift-z', run: redo },
  ]),
  EditorView.domEventHandlers({
    beforeinput(event, view) {
      const way = /^history(Undo|Redo)$/.exec(event.inputType)?.[1];
      if (!way) return false;
      event.preventDefault();
      // Chromium sends this event also when Ctrl Z is pressed in a field elsewhere.
      return !view.hasFocus || (way === 'Undo' ? undo : redo)(view);
    },
  }),
];
