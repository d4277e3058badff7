// How the editor looks where the person's system sets the colours, and takes away every ground that says something.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** The text on it keeps its colour, so it cannot be the system's own ground of a selection. */
const marked = {
  forcedColorAdjust: 'none',
  background_: 'Highlight !important',
  background: 'color-mix(in srgb, Highlight 45%, Canvas) !important',
};

export const forcedColors: Extension = EditorView.theme({
  '@media (forced-colors: active)': {
    '.cm-selectionLayer .cm-selectionBackground': marked,
    '.cm-remoteSelection': {
      forcedColorAdjust: 'none',
      background: 'none !important',
      opacity: '1',
      outline: '1px dashed Highlight',
    },
    '.cm-remoteCaret': { forcedColorAdjust: 'none', background: 'Highlight !important' },
    '.cm-remoteCaret::after': { background: 'Highlight !important' },
    '.cm-matchingBracket, .cm-selectionMatch, .cm-searchMatch': { outline: '1px solid' },
    '.cm-searchMatch-selected': { ...marked, outline: '2px solid Highlight' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': {
      forcedColorAdjust: 'none',
      background: 'Highlight !important',
      color: 'HighlightText !important',
    },
  },
});
