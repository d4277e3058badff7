// Line-based indentation where a grammar has none: more after a line that opens a block, less where it is closed, none after a decorator.
import { getIndentUnit, indentService, syntaxTree } from '@codemirror/language';
import { countColumn, EditorState, type Extension } from '@codemirror/state';
import { inStringOrComment } from './in-string-or-comment.js';
import { leadOf } from './indentation.js';
import { unfinishedText } from './unfinished-text.js';

/** Maximum length of a line's end to look at. */
const END = 200;

/** `opens` matches the end of a line that opens a block, `closes` the start of one that closes it. */
function byLines(opens: RegExp, closes?: RegExp): Extension {
  const service = indentService.of(({ state, simulatedBreak }, at) => {
    const isNew = simulatedBreak === at;
    const line = state.doc.lineAt(at);
    const end = isNew ? at : line.from - 1;
    if (end < 0) return undefined;
    const above = state.sliceDoc(state.doc.lineAt(end).from, end);
    const column = countColumn(leadOf(above), state.tabSize);
    const opened = opens.test(above.slice(-END)) && !inStringOrComment(state, end);
    if (isNew) return opened ? column + getIndentUnit(state) : undefined;
    if (!closes?.test(line.text)) return undefined;
    return opened ? column : Math.max(0, column - getIndentUnit(state));
  });
  return closes ? [service, EditorState.languageData.of(() => [{ indentOnInput: closes }])] : service;
}

export const shellLines: Extension = byLines(/(\b(then|do|else|in)|[{(])\s*(#.*)?$/, /^\s*(fi|done|esac|elif|else)$/);
export const yamlLines: Extension = byLines(/:(\s+[|>][-+]?)?\s*$/);

const DECORATOR = /^(decorator|(marker)?annotation|attributes)$/i;

/** The line after a decorator has the same indentation; for the grammar, it continues the statement. */
export const underDecorators: Extension = indentService.of(({ state, simulatedBreak }, at) => {
  if (simulatedBreak !== at) return undefined;
  const line = state.doc.lineAt(at);
  const end = line.from + line.text.slice(0, at - line.from).trimEnd().length;
  let node = syntaxTree(state).resolveInner(end, -1);
  while (node.parent && !DECORATOR.test(node.name)) node = node.parent;
  if (node.to !== end || !node.parent) return undefined;
  const first = state.doc.lineAt(node.from);
  const lead = leadOf(first.text);
  return node.from === first.from + lead.length ? countColumn(lead, state.tabSize) : undefined;
});

/** A new line in an unclosed comment or string is indented like the line above, whatever brackets and quotes are in it. */
export const underText: Extension = indentService.of(({ state, simulatedBreak }, at) => {
  if (simulatedBreak !== at) return undefined;
  const begin = unfinishedText(state, at);
  const line = state.doc.lineAt(at);
  return begin !== null && begin < line.from ? countColumn(leadOf(line.text), state.tabSize) : undefined;
});
