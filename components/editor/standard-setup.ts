// Standard setup: undo, key bindings, indentation and colours; a third of the editor's size. Until it is loaded, first-keys.ts is used.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bidiIsolates, bracketMatching, indentUnit } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { arrival } from './arrival.js';
import { dedentOnInput } from './dedent.js';
import { forcedColors } from './forced-colors.js';
import { highlighting } from './highlighting.js';
import { indentation, unitAt, usualUnit } from './indentation.js';
import { largeInsertions } from './large-insertions.js';
import { pastedIndentation } from './pasted-indentation.js';
import { paper } from './print.js';
import { undoInFocus } from './undo-in-focus.js';

export { loadLanguage } from './highlight-languages.js';
export { remoteCursors } from './remote-cursors.js';
export { undoOf, undoSince } from './undo-transfer.js';

export const standardSetup: Extension = [
  undoInFocus,
  history(),
  bracketMatching(),
  // A string or comment in Hebrew or Arabic must not reverse the code beside it.
  bidiIsolates(),
  // Tab indents; Escape and then Tab leaves the editor, which CodeMirror supports itself.
  arrival,
  indentation,
  indentUnit.compute(['doc', 'selection', usualUnit], unitAt),
  dedentOnInput,
  pastedIndentation,
  largeInsertions,
  highlighting,
  forcedColors,
  paper,
  keymap.of([...defaultKeymap, ...historyKeymap]),
];
