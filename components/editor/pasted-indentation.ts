// Converts the indentation of pasted code to that of the file, except inside strings.
import { indentUnit, language } from '@codemirror/language';
import { type EditorState, type Extension, Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { isLiteral } from './in-text.js';
import { leadOf, levelsOf, spacesOf, usualUnit } from './indentation.js';

export const pastedIndentation: Extension = EditorView.clipboardInputFilter.of((text, state) => {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  return reindented(text, state, /\S/.test(line.text.slice(0, head - line.from)));
});

/** `midLine`: the first line continues a line of the file. */
function reindented(pasted: string, state: EditorState, midLine: boolean): string {
  const file = levelsOf(state.doc);
  // In a file without indentation, the pasted code's style stays.
  if (file.tabs + file.spaces === 0 && state.facet(usualUnit) !== '\t') return pasted;
  const unit = state.facet(indentUnit);
  const lines = pasted.split(/\r\n?|\n/);
  const from = levelsOf(Text.of(lines));
  const width = widthOf(from, unit);
  if (width === undefined || (from.tabs === 0 && width === unit.length && unit !== '\t')) return pasted;
  const text = lines.join('\n');
  const tree = state.facet(language)?.parser.parse(text);
  let at = 0;
  return lines
    .map((line, number) => {
      const start = at;
      at += line.length + 1;
      const inString =
        number > 0 && tree && isLiteral(tree.resolveInner(start, 1)) && isLiteral(tree.resolveInner(start, -1));
      if (inString || (number === 0 && midLine)) return line;
      const lead = leadOf(line);
      const tabs = lead.split('\t').length - 1;
      const spaces = lead.length - tabs;
      const levels = tabs + Math.floor(spaces / width);
      return unit.repeat(levels) + ' '.repeat(spaces % width) + line.slice(lead.length);
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
