// Standard setup: undo, key bindings, indentation and colours; a third of the editor's size. Until it is loaded, first-keys.ts is used.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bidiIsolates, bracketMatching, indentUnit } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { dedentOnInput } from './dedent.js';
import { forcedColors } from './forced-colors.js';
import { highlighting } from './highlighting.js';
import { indentation, unitAt, usualUnit } from './indentation.js';
import { largeInsertions } from './large-insertions.js';
import { pastedIndentation } from './pasted-indentation.js';
import { paper } from './print.js';
import { tabFocus } from './tab-focus.js';
import { undoInFocus } from './undo-in-focus.js';

export { loadLanguage } from './highlight-languages.js';
export { remoteCursors } from './remote-cursors.js';
export { undoOf, undoSince } from './undo-transfer.js';

/** What is looked for in the whole text: brackets that belong together, and what is selected. */
const matches = EditorView.theme({
  '.cm-selectionMatch': { backgroundColor: 'var(--_match)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--_match)', outline: '1px solid var(--_faint)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', color: 'var(--_bad)' },
});

export const standardSetup: Extension = [
  matches,
  undoInFocus,
  history(),
  bracketMatching(),
  // A string or comment in Hebrew or Arabic must not reverse the code beside it.
  bidiIsolates(),
  // Tab indents; Escape and then Tab leaves the editor, which CodeMirror supports itself.
  tabFocus,
  indentation,
  indentUnit.compute(['doc', 'selection', usualUnit], unitAt),
  dedentOnInput,
  pastedIndentation,
  largeInsertions,
  highlighting,
  forcedColors,
  paper,
  // Mod-Enter, which would insert a line, is the room's: it runs the program.
  keymap.of([...defaultKeymap.filter(({ key }) => key !== 'Mod-Enter'), ...historyKeymap]),
];
