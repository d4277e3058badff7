// The keys of Vim and Emacs: each fetched when somebody chooses it, and what holds for everybody holds with them too.
import { closeCompletion } from '@codemirror/autocomplete';
import { type Extension, Prec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { inComposition } from '../page/composition.js';
import type { PersonalSettings } from './personal-settings.js';

/** As long as CodeMirror lets Tab leave after Escape. */
const LEAVING_MS = 2_000;

/** These key maps use Escape themselves; Tab after it leaves the editor all the same, and no list stays open. */
const afterEscape = EditorView.domEventObservers({
  keydown: (event, view) => {
    if (event.key !== 'Escape' || inComposition(event)) return;
    closeCompletion(view);
    view.setTabFocusMode(LEAVING_MS);
  },
});

const look = EditorView.theme({
  // The block stands in for this cursor alone: others' carets are drawn in layers of their own.
  '.cm-vim-panel': { padding: '1px 10px', fontFamily: 'var(--_code-font)', minHeight: '1.3em' },
  '.cm-vim-panel input': { color: 'inherit', font: 'inherit', minHeight: '0', padding: '0', borderRadius: '0' },
  '&.cm-focused .cm-scroller .cm-fat-cursor': {
    background: 'var(--_accent)',
    color: 'var(--_on-accent) !important',
  },
  '&:not(.cm-focused) .cm-scroller .cm-fat-cursor': { outline: '1px solid var(--_accent)' },
  // The system removes the background, and the block is nothing else.
  '@media (forced-colors: active)': {
    '.cm-scroller:focus-within .cm-fat-cursor': {
      forcedColorAdjust: 'none',
      background: 'Highlight !important',
      color: 'HighlightText !important',
    },
  },
});

const loaders: Readonly<Record<PersonalSettings['keys'], () => Promise<Extension>>> = {
  standard: async () => [],
  vim: async () => {
    const { vim, Vim } = await import('@replit/codemirror-vim');
    // There is nothing to write: every edit is on its way to the room already.
    Vim.defineEx('write', 'w', () => {});
    return vim({ status: true });
  },
  emacs: async () => (await import('@replit/codemirror-emacs')).emacs(),
};

const loaded = new Map<PersonalSettings['keys'], Promise<Extension>>();

/** Rejects when it cannot be fetched; asking again tries again. */
export async function keyMap(keys: PersonalSettings['keys']): Promise<Extension> {
  if (keys === 'standard') return [];
  const loading = loaded.get(keys) ?? loaders[keys]();
  loaded.set(keys, loading);
  try {
    return [Prec.highest([afterEscape, await loading]), look];
  } catch (error) {
    loaded.delete(keys);
    throw error;
  }
}
