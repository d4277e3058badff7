// The help of a player: which keys it has.
import { html, type TemplateResult } from 'lit';
import { KEY_HELP } from './replay-keys.js';

export function keyHelp(): TemplateResult {
  return html`<dialog aria-label="Keys of the player">
    <dl>${KEY_HELP.map(([keys, words]) => html`<div><dt><kbd>${keys}</kbd></dt><dd>${words}</dd></div>`)}</dl>
    <form method="dialog"><button>Close</button></form>
  </dialog>`;
}
