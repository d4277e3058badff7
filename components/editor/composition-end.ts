// Ends a composition that the browser has ended without an event, as it does when the composed text is deleted.
import type { Extension } from '@codemirror/state';
import { ViewPlugin } from '@codemirror/view';
import { inComposition } from '../page/composition.js';

/** While an editor assumes a composition, it ignores keys, and others' edits wait. */
export const compositionEnd: Extension = ViewPlugin.define((view) => {
  const onKey = (event: KeyboardEvent) => {
    if (inComposition(event)) return;
    if (view.compositionStarted) view.contentDOM.dispatchEvent(new CompositionEvent('compositionend'));
    // In Safari CodeMirror ignores each key in the 100 ms after a composition, except those marked so, which it makes itself.
    if (/Apple/.test(navigator.vendor) && !navigator.maxTouchPoints) Object.assign(event, { synthetic: true });
  };
  // Before the editor handles the key. The element goes with the view.
  view.contentDOM.addEventListener('keydown', onKey, true);
  return {};
});
