/** Behaviour of the pages: HTMX, and the elements its fragments bring. */
import './htmx.js';
import { CopyText } from './copy-text.js';
import { tellIfInsecure } from './insecure.js';
import { RoomLinks } from './room-links.js';

customElements.define('copy-text', CopyText);
customElements.define('room-links', RoomLinks);
tellIfInsecure();

// A server that answers swaps its own words in; only silence has to be put in words here.
document.addEventListener('htmx:before:request', () => tellUnreachable(false));
document.addEventListener('htmx:error', () => tellUnreachable(true));

function tellUnreachable(unreachable: boolean): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-unreachable]')) line.hidden = !unreachable;
}
