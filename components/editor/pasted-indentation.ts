// Converts the indentation of pasted and dropped code to that of the file, and of the line it comes into, except inside strings, pasted or there.
import { indentUnit, language } from '@codemirror/language';
import { countColumn, type EditorState, type Extension, Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { PROSE_LANGUAGES } from './grammars.js';
import { isLiteral, takesLines } from './in-string-or-comment.js';
import { columnsOf, isOpen, leadOf, leadTo, levelsOf, OPENS, spacesOf, usualUnit } from './indentation.js';

/** Where text is being dropped: it is inserted there, not at the cursor. */
let dropped: { from: number; to: number } | null = null;

export const pastedIndentation: Extension = [
  EditorView.domEventObservers({
    drop: (event, view) => {
      const at = view.posAtCoords(event, false);
      dropped = { from: at, to: at };
      queueMicrotask(() => {
        dropped = null;
      });
    },
  }),
  EditorView.clipboardInputFilter.of((text, state) => {
    const { from, to } = dropped ?? state.selection.main;
    const before = state.sliceDoc(state.doc.lineAt(from).from, from);
    const midLine = /\S/.test(before);
    const here = !midLine && before && state.selection.ranges.length === 1;
    // There it is data.
    if (takesLines(state, from) && takesLines(state, to)) return here ? shifted(text, before, to, state) : text;
    const levelled = reindented(text, state, midLine);
    return here ? placed(levelled, before, to, state) : levelled;
  }),
];

/** `midLine`: the first line continues a line of the file. */
function reindented(pasted: string, state: EditorState, midLine: boolean): string {
  const file = levelsOf(state.doc);
  // In a file without indentation, the pasted code's style stays.
  if (file.tabs + file.spaces === 0 && state.facet(usualUnit) !== '\t') return pasted;
  const unit = state.facet(indentUnit);
  const lines = linesOf(pasted);
  const from = levelsOf(Text.of(lines));
  const width = widthOf(from, unit);
  if (width === undefined || (from.tabs === 0 && width === unit.length && unit !== '\t')) return pasted;
  return mapped(lines, state, (line, number) => {
    if (number === 0 && midLine) return line;
    const lead = leadOf(line);
    const tabs = lead.split('\t').length - 1;
    const spaces = lead.length - tabs;
    const levels = tabs + Math.floor(spaces / width);
    return unit.repeat(levels) + ' '.repeat(spaces % width) + line.slice(lead.length);
  });
}

/**
 * Pasted into the indentation of a line: the first pasted line starts at the cursor, and the others keep their indentation relative
 * to the first.
 */
function placed(pasted: string, before: string, to: number, state: EditorState): string {
  const lines = linesOf(pasted);
  const column = (text: string) => countColumn(leadOf(text), state.tabSize);
  const unit = before.includes('\t') ? '\t' : state.facet(indentUnit);
  const stood = firstColumn(lines, unit, state);
  if (stood === undefined) return pasted;
  const there = countColumn(before, state.tabSize);
  // A line cannot start before column 0: then all are left as they are.
  if (lines.slice(1).some((line) => /\S/.test(line) && there + column(line) < stood)) return pasted;
  const codeBehind = hasCodeBehind(to, state);
  return mapped(lines, state, (line, number) => {
    const code = line.slice(leadOf(line).length);
    if (number === 0) return code;
    if (code) return leadTo(there + column(line) - stood, unit, state) + code;
    // Code after the cursor keeps its column.
    return codeBehind && number === lines.length - 1 ? before : line;
  });
}

/** As it is, from the column of the cursor on. */
function shifted(pasted: string, before: string, to: number, state: EditorState): string {
  const lines = linesOf(pasted);
  const codeBehind = hasCodeBehind(to, state);
  return lines
    .map((line, number) =>
      number > 0 && (/\S/.test(line) || (codeBehind && number === lines.length - 1)) ? before + line : line,
    )
    .join('\n');
}

function hasCodeBehind(to: number, state: EditorState): boolean {
  return /^\S/.test(state.sliceDoc(to, state.doc.lineAt(to).to));
}

/** The column of the first line where it was copied; a selection often starts after its indentation. Undefined if unknown or not needed. */
function firstColumn(lines: readonly string[], unit: string, state: EditorState): number | undefined {
  const [first = '', ...others] = lines;
  const next = others.find((line) => /\S/.test(line));
  const name = state.facet(language)?.name;
  if (!/\S/.test(first) || others.length === 0 || !name || PROSE_LANGUAGES.test(name)) return undefined;
  const lead = leadOf(first);
  if (lead || next === undefined) return countColumn(lead, state.tabSize);
  const second = countColumn(leadOf(next), state.tabSize);
  const level = columnsOf(unit, state);
  const opens = OPENS.test(first) || (name !== 'python' && BEGINS.test(first) && !/^\s*\{/.test(next));
  if (CLOSES.test(next)) return opens ? second : second + level;
  if (opens) return Math.max(0, second - level);
  // Inside brackets and continued statements, lines are aligned by hand.
  return isOpen(first) || GOES_ON.test(first) || CONTINUES.test(next) ? undefined : second;
}

/** Starts a block without a mark at the end of the line. */
const BEGINS =
  /^(def|class|module|if|unless|while|until|for|case|when|begin|else|elsif|local function|function)\b.*[^;}]$/;
/** Ends the block above. */
const CLOSES = /^\s*([)\]}]|(end|else|elif|elsif|except|finally|catch|fi|done|esac|until)\b)/;
const GOES_ON = /[-+*/%&|^=,\\<.?]\s*$/;
const CONTINUES = /^\s*([.?:&|+*/=-]|and\b|or\b)/;

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

/** Changes each line except those inside strings. */
function mapped(
  lines: readonly string[],
  state: EditorState,
  change: (line: string, number: number) => string,
): string {
  const text = lines.join('\n');
  const tree = state.facet(language)?.parser.parse(text);
  let at = 0;
  return lines
    .map((line, number) => {
      const start = at;
      at += line.length + 1;
      const inString =
        number > 0 && tree && isLiteral(tree.resolveInner(start, 1)) && isLiteral(tree.resolveInner(start, -1));
      return inString ? line : change(line, number);
    })
    .join('\n');
}

/** Spaces per level in the pasted text; undefined if unknown, then nothing is changed. */
function widthOf(pasted: ReturnType<typeof levelsOf>, unit: string): number | undefined {
  if (pasted.tabs + pasted.spaces === 0) return undefined;
  const certain = [...pasted.steps.values()].some((weight) => weight >= 100);
  if (certain) return spacesOf(pasted, unit);
  return pasted.tabs > 0 || unit === '\t' ? spacesOf(pasted, '    ') : undefined;
}
