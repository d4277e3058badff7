// Styles for forced colours mode, in which the system removes all backgrounds.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** The text keeps its own colour, so the background cannot be the system's selection colour. */
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
