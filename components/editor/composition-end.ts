// Ends a composition that the browser has ended without an event, as it does when the composed text is deleted.
import type { Extension } from '@codemirror/state';
import { ViewPlugin } from '@codemirror/view';
import { inComposition } from '../page/composition.js';

/** While an editor assumes a composition, it ignores keys, and others' edits wait. */
export const compositionEnd: Extension = ViewPlugin.define((view) => {
  const end = new AbortController();
  const onKey = (event: KeyboardEvent) => {
    if (view.compositionStarted && !inComposition(event))
      view.contentDOM.dispatchEvent(new CompositionEvent('compositionend'));
  };
  // Before the editor handles the key.
  view.contentDOM.addEventListener('keydown', onKey, { capture: true, signal: end.signal });
  return { destroy: () => end.abort() };
});
