// Dedents a line automatically where its block ends: at `}`, `else:` and the like, and after `return`.
import {
  getIndentation,
  getIndentUnit,
  type IndentContext,
  indentService,
  indentString,
  matchBrackets,
} from '@codemirror/language';
import { countColumn, EditorState, type Extension } from '@codemirror/state';
import { inStringOrComment } from './in-string-or-comment.js';
import { isOpen, leadOf } from './indentation.js';

/** Longer line starts are not checked. */
const LONGEST = 200;

/** Dedents when a line's start closes a block, unless the line has been moved out already by hand. */
export const dedentOnInput: Extension = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || !transaction.isUserEvent('input.type')) return transaction;
  const { newDoc, newSelection, startState } = transaction;
  const { head, empty } = newSelection.main;
  const line = newDoc.lineAt(head);
  if (!empty || newSelection.ranges.length > 1 || head - line.from > LONGEST || line.number === 1) return transaction;
  const before = line.text.slice(0, head - line.from);
  const rules = startState.languageDataAt<RegExp>('indentOnInput', startState.selection.main.head);
  const closes = /^\s*[)\]}]$/.test(before);
  if (!closes && !rules.some((rule) => rule.test(before))) return transaction;
  if (inStringOrComment(startState, startState.selection.main.head)) return transaction;
  const { state } = transaction;
  const lead = leadOf(line.text);
  const column = countColumn(lead, state.tabSize);
  const wanted = closes ? columnOfOpening(state, head) : getIndentation(state, line.from);
  if (wanted === null || wanted >= column || column < columnAbove(state, line.number)) return transaction;
  const changes = { from: line.from, to: line.from + lead.length, insert: indentString(state, wanted) };
  return [transaction, { changes, sequential: true }];
});

/** The indentation of the line with the matching opening bracket. */
function columnOfOpening(state: EditorState, at: number): number | null {
  const opening = matchBrackets(state, at, -1);
  if (!opening?.matched || !opening.end) return null;
  return countColumn(leadOf(state.doc.lineAt(opening.end.from).text), state.tabSize);
}

/** After a Python statement that ends its block, the next line is dedented. */
export const dedentAfterLast: Extension = indentService.of((context, at) => {
  const above = context.lineAt(at, -1);
  if (!isNewLine(context, at) || !/^\s*(return|pass|break|continue|raise)\b/.test(above.text)) return undefined;
  const open = /[([{,\\]\s*(#.*)?$/.test(above.text) || inStringOrComment(context.state, at) || isOpen(above.text);
  if (open) return undefined;
  return Math.max(0, countColumn(leadOf(above.text), context.state.tabSize) - getIndentUnit(context.state));
});

/** Whether the line is being created, not reindented. */
function isNewLine(context: IndentContext, at: number): boolean {
  return context.simulatedBreak === at;
}

function columnAbove(state: EditorState, number: number): number {
  for (let n = number - 1; n > 0; n -= 1) {
    const { text } = state.doc.line(n);
    if (/\S/.test(text)) return countColumn(leadOf(text), state.tabSize);
  }
  return 0;
}
