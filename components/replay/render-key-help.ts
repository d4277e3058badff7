// The help of a player: which keys it has.
import { html, type TemplateResult } from 'lit';
import { t, translated } from '../wording/words.js';
import { KEY_HELP } from './replay-keys.js';

export function keyHelp(): TemplateResult {
  return html`<dialog aria-label=${t('Keys of the player')}>
    <dl>${Object.entries(KEY_HELP).map(([keys, words]) => html`<div><dt><kbd>${translated(keys)}</kbd></dt><dd>${translated(words)}</dd></div>`)}</dl>
    <form method="dialog"><button>${t('Close')}</button></form>
  </dialog>`;
}
