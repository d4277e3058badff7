// Undo, keys, indentation and colours: a third of the editor's weight, and not needed for the first keystroke.
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bidiIsolates, bracketMatching, indentOnInput, indentUnit } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { highlighting } from './highlighting.js';

export { loadLanguage } from './languages.js';
export { undoOf } from './undo.js';

export const comforts: Extension = [
  history(),
  bracketMatching(),
  // A string or comment in Hebrew or Arabic does not turn the code beside it around.
  bidiIsolates(),
  indentOnInput(),
  indentUnit.of('    '),
  highlighting,
  // Tab indents; Esc then Tab leaves the editor, which CodeMirror does by itself.
  keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
];
