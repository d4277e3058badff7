// The help of a player: which keys it has.
import { html, type TemplateResult } from 'lit';
import { inComposition } from '../page/composition.js';
import { t, translated } from '../wording/words.js';
import { KEY_HELP } from './replay-keys.js';

/** The Escape that closes it closes nothing of the page's: the browser would close it without a word to those who listen. */
function closeByEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || inComposition(event)) return;
  event.preventDefault();
  (event.currentTarget as HTMLDialogElement).close();
}

export function keyHelp(): TemplateResult {
  return html`<dialog aria-label=${t('Keys of the player')} @keydown=${closeByEscape}>
    <dl>${Object.entries(KEY_HELP).map(([keys, words]) => html`<div><dt><kbd>${translated(keys)}</kbd></dt><dd>${translated(words)}</dd></div>`)}</dl>
    <form method="dialog"><button>${t('Close')}</button></form>
  </dialog>`;
}
