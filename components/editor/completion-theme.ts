// Styles of completion and search; loaded with them.
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

export const completionTheme: Extension = EditorView.theme({
  '.cm-tooltip, .cm-panels': {
    color: 'var(--_text)',
    backgroundColor: 'var(--_surface)',
    border: '1px solid var(--_border)',
  },
  '.cm-tooltip': {
    pointerEvents: 'auto',
    borderRadius: 'var(--_control-radius)',
    overflow: 'hidden',
    boxShadow: 'var(--_shadow)',
  },
  // What was offered for another word, while what fits this one is still looked for.
  '.cm-tooltip.cm-tooltip-autocomplete-disabled': { visibility: 'hidden' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--_code-font)', fontSize: 'var(--_small)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px', lineHeight: '1.5' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--_accent)', color: 'var(--_on-accent)' },
  // Tab accepts the first item while none is selected.
  '.cm-tooltip-autocomplete ul:not(:has([aria-selected])) li:first-child::after': {
    content: '"Tab"',
    marginInlineStart: '1.5em',
    color: 'var(--_muted)',
    font: '11px/1.45 var(--_font)',
  },
  '.cm-panels.cm-panels-bottom': { border: 'none', borderTop: '1px solid var(--_border)' },
  '.cm-panel.cm-search': { padding: '8px 28px 8px 10px', fontFamily: 'var(--_font)', fontSize: 'var(--_small)' },
  '.cm-panel.cm-search :is(.cm-textfield, .cm-button)': {
    minHeight: '26px',
    margin: '2px 6px 2px 0',
    padding: '0 8px',
    color: 'inherit',
    background: 'var(--_background)',
    border: '1px solid var(--_border-strong)',
    borderRadius: 'var(--_small-radius)',
    fontSize: 'var(--_small)',
    fontWeight: '500',
  },
  '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', gap: '4px', fontSize: 'var(--_small)' },
  '.cm-panel.cm-search [type=checkbox]': { width: '14px', height: '14px', minHeight: '0', margin: '0 0 0 6px' },
  '.cm-panel.cm-search [name=close]': { color: 'inherit', width: '24px', height: '24px' },
  '.cm-searchMatch': { backgroundColor: 'var(--_match)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--_accent)' },
});
