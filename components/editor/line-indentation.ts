// Where a line stands where its grammar does not say: a level further in after what opens one, back out where it is closed, and under a decorator.
import { getIndentUnit, indentService, syntaxTree } from '@codemirror/language';
import { countColumn, EditorState, type Extension } from '@codemirror/state';
import { inText } from './in-text.js';
import { leadOf } from './indentation.js';

/** Of a line; more says nothing more. */
const END = 200;

/** `opens` is how a line ends that opens a level, `closes` how one begins that is outside again. */
function byLines(opens: RegExp, closes?: RegExp): Extension {
  const service = indentService.of(({ state, simulatedBreak }, at) => {
    const isNew = simulatedBreak === at;
    const line = state.doc.lineAt(at);
    const end = isNew ? at : line.from - 1;
    if (end < 0) return undefined;
    const above = state.sliceDoc(state.doc.lineAt(end).from, end);
    const column = countColumn(leadOf(above), state.tabSize);
    const opened = opens.test(above.slice(-END)) && !inText(state, end);
    if (isNew) return opened ? column + getIndentUnit(state) : undefined;
    if (!closes?.test(line.text)) return undefined;
    return opened ? column : Math.max(0, column - getIndentUnit(state));
  });
  return closes ? [service, EditorState.languageData.of(() => [{ indentOnInput: closes }])] : service;
}

export const shellLines: Extension = byLines(/(\b(then|do|else|in)|[{(])\s*(#.*)?$/, /^\s*(fi|done|esac|elif|else)$/);
export const yamlLines: Extension = byLines(/:(\s+[|>][-+]?)?\s*$/);

const DECORATOR = /^(decorator|(marker)?annotation|attributes)$/i;

/** What a decorator is for stands under it. To a grammar it is a statement that goes on. */
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
