// Ends, for the editor, a composition that the browser has ended without a word, as it does when the composed text is taken back.
import type { Extension } from '@codemirror/state';
import { ViewPlugin } from '@codemirror/view';

/** What an input method has its hands on. */
const IN_COMPOSITION = 229;

/** While an editor believes that somebody composes it leaves keys to the browser, and others' edits wait. */
export const compositionEnd: Extension = ViewPlugin.define((view) => {
  const end = new AbortController();
  const told = ({ isComposing, keyCode }: KeyboardEvent) => {
    if (view.compositionStarted && !isComposing && keyCode !== IN_COMPOSITION)
      view.contentDOM.dispatchEvent(new CompositionEvent('compositionend'));
  };
  // Before the editor itself hears of the key.
  view.contentDOM.addEventListener('keydown', told, { capture: true, signal: end.signal });
  return { destroy: () => end.abort() };
});
