// How the editor looks: all colours are custom properties, so light, dark and a page's own are one theme.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

export const theme: Extension = EditorView.theme({
  '&': { height: '100%', color: 'var(--_text)', backgroundColor: 'var(--_background)' },
  '&.cm-focused': { outline: 'none' },
  // Whole pixels: a browser rounds how far it scrolls, and each line that comes above would move the text a little.
  '.cm-scroller': {
    fontFamily: 'var(--_code-font)',
    fontSize: 'var(--_code-size)',
    lineHeight_: '1.6',
    lineHeight: 'round(1.6em, 1px)',
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
  '.cm-selectionMatch': { backgroundColor: 'var(--_match)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--_match)', outline: '1px solid var(--_faint)' },
  '&.cm-focused .cm-nonmatchingBracket': { backgroundColor: 'transparent', color: 'var(--_bad)' },
  '.cm-placeholder': { color: 'var(--_muted)', whiteSpace: 'pre-wrap' },
  '.cm-remoteSelection': { background: 'var(--_person)', opacity: '0.26' },
  '.cm-remoteCarets': { pointerEvents: 'none', zIndex: '151 !important' },
  '.cm-remoteCaret': { width: '2px', marginLeft: '-1px', background: 'var(--_person)', pointerEvents: 'auto' },
  // A wider place to point at than two pixels.
  '.cm-remoteCaret::before': { content: '""', position: 'absolute', inset: '-3px -4px 0' },
  '.cm-remoteCaret::after': {
    content: '""',
    position: 'absolute',
    top: '-3px',
    left: '-2px',
    width: '6px',
    height: '6px',
    borderRadius: '50%',
    background: 'var(--_person)',
  },
  // They must stand out on a dark ground too. Browsers of 2023 cannot mix that: there they are as dark as on a light one.
  '@supports (color: light-dark(red, red))': {
    '.cm-remoteCaret, .cm-remoteCaret::after': {
      background: 'light-dark(var(--_person), color-mix(in oklab, var(--_person) 55%, white))',
    },
  },
  '.cm-remoteName': {
    position: 'absolute',
    bottom: '100%',
    left: '-1px',
    padding: '1px 6px',
    borderRadius: '5px 5px 5px 0',
    background: 'var(--_person)',
    color: 'white',
    font: '600 11px/1.45 var(--_font)',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
    opacity: '0',
    zIndex: '1',
    animation: 'cm-remoteName 2.4s step-end',
  },
  '.cm-remoteCaret-top .cm-remoteName': { bottom: 'auto', top: '100%', borderRadius: '0 5px 5px 5px' },
  '.cm-remoteCaret:hover .cm-remoteName': { opacity: '1' },
  '@keyframes cm-remoteName': { from: { opacity: '1' }, to: { opacity: '0' } },
});
