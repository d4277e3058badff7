// An editor for prose: it wraps lines and checks spelling, Tab leaves it, and undo is available from the start.
import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { EditorView, keymap } from '@codemirror/view';
import { PAGE_LIMITS } from '../../party/shared/page-limits.js';
import { laterText } from '../wording/later-text.js';
import type { EditorKind } from './document-editor.js';
import { largeInsertions } from './large-insertions.js';
import { remoteCursors } from './remote-cursors.js';
import { undoInFocus } from './undo-in-focus.js';
import { undoOf } from './undo-transfer.js';

const look = EditorView.theme({
  '.cm-scroller': { fontFamily: 'inherit', fontSize: 'inherit', lineHeight_: '1.55', lineHeight: 'round(1.55em, 1px)' },
  '.cm-content': { padding: '10px 0' },
  '.cm-line': { padding: '0 12px' },
});

export const PROSE: EditorKind = {
  extensions: (document) => [
    undoInFocus,
    history(),
    keymap.of([...standardKeymap, ...historyKeymap]),
    largeInsertions,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ autocapitalize: 'sentences', autocorrect: 'on', spellcheck: 'true' }),
    look,
    remoteCursors(document),
  ],
  limit: PAGE_LIMITS.notesBytes,
  tooLarge: () => laterText('notes-full'),
  undoOf,
};
