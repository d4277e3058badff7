// Indentation by the style of the file (tabs, or a number of spaces), for Enter, Tab, Shift-Tab and pasting.
import {
  countColumn,
  EditorSelection,
  type EditorState,
  type Extension,
  Facet,
  type Line,
  type Text,
} from '@codemirror/state';
import { type Command, keymap } from '@codemirror/view';

/** The default unit of the language, for files without indentation. */
export const usualUnit = Facet.define<string, string>({ combine: ([unit]) => unit ?? '    ' });

const TWO = /^(javascript|typescript|jsx|tsx|html|css|json|sql|postgres|lua|ruby|yaml|markdown|shell)$/;
const MAKEFILE = /^(gnu)?makefile$|\.mk$/i;

/** The default unit for a language and file name. */
export function usualUnitOf(id: string, fileName: string): string {
  if (id === 'go' || MAKEFILE.test(fileName)) return '\t';
  return TWO.test(id) ? '  ' : '    ';
}

/** Lines that are examined; more do not change the result. */
const LINES = 2_000;
const LEAD = /^[ \t]*/;
/** Line ends that open a block. */
export const OPENS = /([:{>([]|\b(then|do|else|repeat|function.*\)))\s*(#.*|\/\/.*|--.*)?$/;
/** Maximum length of a line's end to look at: a whole line of 400,000 characters would be read at each key. */
const END = 200;

interface Levels {
  tabs: number;
  spaces: number;
  /** How often each number of spaces is one level. */
  steps: ReadonlyMap<number, number>;
}

const known = new WeakMap<Text, Levels>();

/** Counts the indentation of a text's lines. */
export function levelsOf(doc: Text): Levels {
  const before = known.get(doc);
  if (before) return before;
  const steps = new Map<number, number>();
  const levels = { tabs: 0, spaces: 0, steps };
  let above: { columns: number; text: string } | undefined;
  const lines = doc.iterLines(1, Math.min(doc.lines, LINES) + 1);
  for (let next = lines.next(); !next.done; next = lines.next()) {
    const text = next.value;
    const lead = leadOf(text);
    // The aligned stars of a block comment are not indentation.
    if (lead.length === text.length || text.startsWith('*', lead.length)) continue;
    if (lead.startsWith('\t')) levels.tabs += 1;
    else if (lead) levels.spaces += 1;
    const columns = lead.includes('\t') ? 0 : lead.length;
    if (above && columns > above.columns && columns - above.columns <= 8) {
      const weight = weightBelow(above.text.slice(-END));
      if (weight > 0) steps.set(columns - above.columns, (steps.get(columns - above.columns) ?? 0) + weight);
    }
    above = { columns, text };
  }
  known.set(doc, levels);
  return levels;
}

/** How much an indented line says about the unit, given the line above it. */
function weightBelow(above: string): number {
  // The first line of a switch may be indented by two levels.
  if (/\bswitch\b.*\{$/.test(above)) return 0;
  if (OPENS.test(above)) return 100;
  // Lines inside brackets are aligned by hand; any other indented line is mostly aligned below something.
  return isOpen(above) ? 0 : 1;
}

/** Whether the line has unclosed brackets. */
export function isOpen(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/[([{]/g) > count(/[)\]}]/g);
}

/** Spaces per level; `usual` if the text does not show it. */
export function spacesOf({ steps }: Levels, usual: string): number {
  const width = usual === '\t' ? 4 : usual.length;
  const [first] = [...steps].sort(([a, m], [b, n]) => n - m || Number(b === width) - Number(a === width) || a - b);
  return first?.[0] ?? width;
}

export function leadOf(text: string): string {
  return LEAD.exec(text)?.[0] ?? '';
}

/** In a file with both tabs and spaces, a line continues the style of the line above, as Python requires. */
export function unitAt(state: EditorState): string {
  const { doc } = state;
  const usual = state.facet(usualUnit);
  const levels = levelsOf(doc);
  const lead = leadOf(lineOver(doc, state.selection.main.head));
  const tabs = lead
    ? lead.startsWith('\t')
    : levels.tabs === levels.spaces
      ? usual === '\t'
      : levels.tabs > levels.spaces;
  return tabs ? '\t' : ' '.repeat(spacesOf(levels, usual));
}

/** The line at this position, or the nearest non-blank line above. */
function lineOver(doc: Text, at: number): string {
  for (let { number } = doc.lineAt(at); number > 0; number -= 1) {
    const { text } = doc.line(number);
    if (/\S/.test(text)) return text;
  }
  return '';
}

/** Columns per level. */
export function columnsOf(unit: string, { tabSize }: EditorState): number {
  return unit === '\t' ? tabSize : unit.length;
}

/** The whitespace that puts a line's code at this column. */
export function leadTo(column: number, unit: string, { tabSize }: EditorState): string {
  const tabs = unit === '\t' ? Math.floor(column / tabSize) : 0;
  return '\t'.repeat(tabs) + ' '.repeat(column - tabs * tabSize);
}

const tab: Command = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  if (state.selection.ranges.some(({ empty }) => !empty)) return shift(state, dispatch, 1);
  const level = unitAt(state);
  const unit = columnsOf(level, state);
  const change = state.changeByRange(({ head }) => {
    const line = state.doc.lineAt(head);
    const before = line.text.slice(0, head - line.from);
    // Before the first character, Tab moves the code; after it, Tab only inserts spaces.
    if (!/\S/.test(before)) return moved(state, line, (column) => column + unit - (column % unit));
    const column = countColumn(before, state.tabSize);
    const gap = level === '\t' ? '\t' : ' '.repeat(unit - (column % unit));
    return { changes: { from: head, insert: gap }, range: EditorSelection.cursor(head + gap.length) };
  });
  dispatch(state.update(change, { userEvent: 'input.indent', scrollIntoView: true }));
  return true;
};

const shiftTab: Command = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  if (state.selection.ranges.some(({ empty }) => !empty)) return shift(state, dispatch, -1);
  const unit = columnsOf(unitAt(state), state);
  const change = state.changeByRange(({ head }) => {
    const line = state.doc.lineAt(head);
    const behind = head - line.from - leadOf(line.text).length;
    const result = moved(state, line, (column) => Math.max(0, column - (column % unit || unit)));
    return behind > 0 ? { ...result, range: EditorSelection.cursor(result.range.head + behind) } : result;
  });
  dispatch(state.update(change, { userEvent: 'delete.dedent', scrollIntoView: true }));
  return true;
};

/** Moves a line's code to another column, and the cursor before it. */
function moved(state: EditorState, line: Line, to: (column: number) => number) {
  const lead = leadOf(line.text);
  const wanted = leadTo(to(countColumn(lead, state.tabSize)), unitAt(state), state);
  const range = EditorSelection.cursor(line.from + wanted.length);
  return { changes: replaced(line.from, lead, wanted), range };
}

/** Shifts all selected lines by one level, keeping their relative indentation; blank lines stay unchanged. */
function shift(state: EditorState, dispatch: Parameters<Command>[0]['dispatch'], levels: 1 | -1): boolean {
  const level = unitAt(state);
  const unit = columnsOf(level, state);
  const lines = new Map<number, Line>();
  for (const { from, to, empty } of state.selection.ranges) {
    for (let at = from; at <= to; ) {
      const line = state.doc.lineAt(at);
      // A selection that ends at the start of a line does not include that line.
      if (/\S/.test(line.text) && (empty || line.from < to || line.from === from)) lines.set(line.from, line);
      at = line.to + 1;
    }
  }
  const changes = [...lines.values()].map(({ from, text }) => {
    const lead = leadOf(text);
    const column = Math.max(0, countColumn(lead, state.tabSize) + levels * unit);
    return replaced(from, lead, leadTo(column, level, state));
  });
  dispatch(state.update({ changes, userEvent: levels > 0 ? 'input.indent' : 'delete.dedent' }));
  return true;
}

/** Replaces only what differs, so that others' cursors stay. */
function replaced(from: number, before: string, after: string) {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return { from: from + same, to: from + before.length, insert: after.slice(same) };
}

export const indentation: Extension = keymap.of([{ key: 'Tab', run: tab, shift: shiftTab }]);
