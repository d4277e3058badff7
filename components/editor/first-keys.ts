// Tab, Enter and undo from the first keystroke on, until the full key bindings are loaded.
import { countColumn, EditorSelection, type Extension, Facet } from '@codemirror/state';
import { type Command, keymap } from '@codemirror/view';
import { firstUndo } from './first-undo.js';
import { grammarName, PROSE_LANGUAGES } from './grammars.js';
import { columnsOf, indentation, leadOf, leadTo, OPENS, unitAt, usualUnit, usualUnitOf } from './indentation.js';
import { tabFocus } from './tab-focus.js';

/** Maximum length of a line's end to look at: a longer one does not help to see whether it opens a block. */
const END = 200;

/** Whether lines can open blocks in this language. */
const levels = Facet.define<boolean, boolean>({ combine: ([first]) => first ?? false });

/** What is known of a language before its grammar is loaded. */
export function firstLanguage(name: string, fileName: string): Extension {
  const id = grammarName(name);
  return [usualUnit.of(usualUnitOf(id, fileName)), levels.of(!PROSE_LANGUAGES.test(id))];
}

/** Inserts a newline, indented one level more after a line that opens a block. The grammar, which knows better, is not loaded yet. */
const newLine: Command = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const unit = unitAt(state);
  const change = state.changeByRange(({ from, to }) => {
    const line = state.doc.lineAt(from);
    const before = line.text.slice(0, from - line.from);
    const last = state.doc.lineAt(to);
    const behind = leadOf(last.text.slice(to - last.from)).length;
    const column = countColumn(leadOf(before), state.tabSize);
    const opens = state.facet(levels) && OPENS.test(before.slice(-END));
    const inner = `\n${leadTo(column + (opens ? columnsOf(unit, state) : 0), unit, state)}`;
    const closes = opens && /^(\(\)|\[\]|\{\})$/.test(before.slice(-1) + last.text.slice(to - last.from)[0]);
    const start = /\S/.test(before) ? from : line.from;
    return {
      changes: { from: start, to: to + behind, insert: closes ? `${inner}\n${leadOf(before)}` : inner },
      range: EditorSelection.cursor(start + inner.length),
    };
  });
  dispatch(state.update(change, { userEvent: 'input', scrollIntoView: true }));
  return true;
};

export const firstKeys: Extension = [
  // Before all keymaps, since it has to see every key.
  tabFocus,
  firstUndo,
  indentation,
  keymap.of([{ key: 'Enter', run: newLine, shift: newLine }]),
];
