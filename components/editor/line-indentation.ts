// Where a line stands in languages whose grammar does not say: a level further in after what opens one, and back out where it is closed.
import { getIndentUnit, indentService } from '@codemirror/language';
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
