/** A block of code with a button that copies it. */
import { html } from 'hono/html';
import type { Html } from './layout.js';

export function codeBlock(id: string, text: string, what: string): Html {
  return html`<div class="code-block"><pre tabindex="0" aria-label="${what}"><code id="${id}">${text}</code></pre><copy-text from="${id}" label="Copy the ${what}"></copy-text></div>`;
}
