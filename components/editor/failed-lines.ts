// Lines at which tests fail, marked until the code there changes.
import { type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

export interface FailedLine {
  /** Counted from 1. */
  line: number;
  /** Name of the test. */
  test: string;
}

const setFailed = StateEffect.define<readonly Range<Decoration>[]>();

const failed = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, changes, docChanged, startState }) {
    for (const effect of effects) if (effect.is(setFailed)) return Decoration.set([...effect.value]);
    if (!docChanged) return marks;
    const untouched = (from: number) => !changes.touchesRange(from, startState.doc.lineAt(from).to);
    return marks.update({ filter: untouched }).map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const look = EditorView.baseTheme({
  '.cm-failedTest': {
    backgroundColor: 'var(--_problem)',
    boxShadow: 'inset 3px 0 var(--_bad)',
  },
  '@media (forced-colors: active)': { '.cm-failedTest': { outline: '2px solid', outlineOffset: '-2px' } },
});

/** `once`: only where none are marked, as where the editor has just been opened. A line that is not there is not marked. */
export function markFailedLines({ state, dispatch }: EditorView, lines: readonly FailedLine[], once = false): void {
  const known = state.field(failed, false) !== undefined;
  if (known ? once : lines.length === 0) return;
  const tests = new Map<number, string[]>();
  for (const { line, test } of lines)
    if (line >= 1 && line <= state.doc.lines) tests.set(line, [...(tests.get(line) ?? []), test]);
  const marks = [...tests].sort(([one], [other]) => one - other);
  const effect = setFailed.of(marks.map(([line, names]) => mark(names).range(state.doc.line(line).from)));
  dispatch({ effects: known ? [effect] : [StateEffect.appendConfig.of([failed, look]), effect] });
}

/** A role, since what has none is not told apart by a screen reader. */
function mark(names: readonly string[]): Decoration {
  const words = `Failed: ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' and more' : ''}`;
  return Decoration.line({
    class: 'cm-failedTest',
    attributes: { role: 'mark', 'aria-description': words, title: words },
  });
}
