// The editor's theme: all colours are custom properties, so light, dark and a page's own colours need only one.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

export const theme: Extension = EditorView.theme({
  '&': { height: '100%', color: 'var(--_text)', backgroundColor: 'var(--_background)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--_code-font)',
    fontSize: 'var(--_code-size)',
    lineHeight: 'var(--_leading)',
  },
  '.cm-content': { padding: '10px 0 36px', caretColor: 'var(--_text)' },
  '.cm-line': { padding: '0 16px 0 8px' },
  '.cm-cursor': { borderLeft: '2px solid var(--_text)', marginLeft: '-1px' },
  '.cm-gutters': { backgroundColor: 'var(--_background)', color: 'var(--_faint)', border: 'none', paddingLeft: '6px' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '3ch' },
  '.cm-activeLine': { backgroundColor: 'var(--_line)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--_text)' },
  '&:not(.cm-focused) .cm-activeLine': { backgroundColor: 'transparent' },
  '& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { background: 'var(--_selection)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { background: 'var(--_selection)' },
  '.cm-placeholder': { color: 'var(--_muted)', whiteSpace: 'pre-wrap' },
});
