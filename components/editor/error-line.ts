// Marks the line of an error, until the code there changes.
import { type EditorState, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { t } from '../wording/words.js';

const setProblem = StateEffect.define<number | null>();
// With a role, because screen readers do not announce elements without one.
const mark = () =>
  Decoration.line({ class: 'cm-problem', attributes: { role: 'mark', 'aria-description': t('Error') } });

const problem = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marked, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setProblem))
        return effect.value === null ? Decoration.none : RangeSet.of(mark().range(effect.value));
    }
    if (!transaction.docChanged) return marked;
    const line = lineOf(marked, transaction.startState);
    if (!line) return marked;
    return transaction.changes.touchesRange(line.from, line.to) ? Decoration.none : marked.map(transaction.changes);
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    EditorView.contentAttributes.compute([field], (state) => described(state.field(field), state)),
  ],
});

/** A description of the editor for screen readers: the line that has an error. */
function described(marked: DecorationSet, state: EditorState): Record<string, string> {
  const line = lineOf(marked, state);
  return line
    ? {
        'aria-invalid': 'true',
        'aria-description': t('Error in line {line}', { line: line.number }),
      }
    : {};
}

const look = EditorView.baseTheme({
  '.cm-problem': {
    backgroundColor: 'var(--_problem)',
    boxShadow: 'inset 3px 0 var(--_bad)',
  },
  '@media (forced-colors: active)': { '.cm-problem': { outline: '2px solid', outlineOffset: '-2px' } },
});

/** Marks a line, counted from 1; null removes the mark. A line that does not exist is not marked. */
export function markErrorLine(view: EditorView, line: number | null): void {
  const known = view.state.field(problem, false) !== undefined;
  if (!known && line === null) return;
  const there = line !== null && line >= 1 && line <= view.state.doc.lines ? view.state.doc.line(line).from : null;
  const effects: StateEffect<unknown>[] = known ? [] : [StateEffect.appendConfig.of([problem, look])];
  view.dispatch({ effects: [...effects, setProblem.of(there)] });
}

/** Moves the cursor to a line and scrolls to it. */
export function revealLine(view: EditorView, line: number): void {
  const { from } = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
  view.dispatch({
    selection: { anchor: from },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
    userEvent: 'select',
  });
  view.focus();
}

function lineOf(marked: DecorationSet, state: EditorState) {
  const cursor = marked.iter();
  return cursor.value ? state.doc.lineAt(cursor.from) : undefined;
}
