// Marks the lines at which tests fail, until the code there changes.
import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { t } from '../wording/words.js';

export interface FailedLine {
  /** Counted from 1. */
  line: number;
  /** Name of the test. */
  test: string;
}

/** The failures of one test run. Once the text has changed, it is `outdated`: existing marks move with edits, and no new ones are added. */
export interface FailedTestRun<Line = FailedLine> {
  run: string;
  outdated: boolean;
  lines: readonly Line[];
}

interface Marks {
  run: string;
  marks: DecorationSet;
}

const setFailed = StateEffect.define<readonly Marks[]>();

/** Marks per run, minus those removed by edits. */
const failed = StateField.define<readonly Marks[]>({
  create: () => [],
  update(all, { effects, changes, docChanged, startState }) {
    for (const effect of effects) if (effect.is(setFailed)) return effect.value;
    if (!docChanged) return all;
    const untouched = (from: number) => !changes.touchesRange(from, startState.doc.lineAt(from).to);
    return all.map(({ run, marks }) => ({ run, marks: marks.update({ filter: untouched }).map(changes) }));
  },
  provide: (field) =>
    EditorView.decorations.compute([field], (state) => RangeSet.join(state.field(field).map(({ marks }) => marks))),
});

const look = EditorView.baseTheme({
  '.cm-failedTest': {
    backgroundColor: 'var(--_problem)',
    boxShadow: 'inset 3px 0 var(--_bad)',
  },
  '@media (forced-colors: active)': { '.cm-failedTest': { outline: '2px solid', outlineOffset: '-2px' } },
});

/** For an outdated run only existing marks stay. A line that does not exist is not marked. */
export function markFailedLines({ state, dispatch }: EditorView, runs: readonly FailedTestRun[]): void {
  const known = state.field(failed, false);
  if (!known && runs.every(({ outdated, lines }) => outdated || lines.length === 0)) return;
  const all = runs.map(({ run, outdated, lines }, at): Marks => {
    const before = known?.[at];
    if (!outdated) return { run, marks: marksOf(state, lines) };
    return before?.run === run ? before : { run, marks: Decoration.none };
  });
  const effect = setFailed.of(all);
  dispatch({ effects: known ? [effect] : [StateEffect.appendConfig.of([failed, look]), effect] });
}

function marksOf({ doc }: EditorView['state'], lines: readonly FailedLine[]): DecorationSet {
  const tests = new Map<number, string[]>();
  for (const { line, test } of lines)
    if (line >= 1 && line <= doc.lines) tests.set(line, [...(tests.get(line) ?? []), test]);
  const marks = [...tests].sort(([one], [other]) => one - other);
  return Decoration.set(marks.map(([line, names]) => mark(names).range(doc.line(line).from)));
}

/** With a role, because screen readers do not announce elements without one. */
function mark(names: readonly string[]): Decoration {
  const tests = names.slice(0, 3).join(', ');
  const words = names.length > 3 ? t('Failed: {tests} and more', { tests }) : t('Failed: {tests}', { tests });
  return Decoration.line({
    class: 'cm-failedTest',
    attributes: { role: 'mark', 'aria-description': words, title: words },
  });
}
