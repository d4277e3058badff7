/** Behaviour of the pages: HTMX, and the elements its fragments bring. */
import './htmx.js';
import { keepChosenQuestions } from './chosen-questions.js';
import { CopyText } from './copy-text.js';
import { forgetVisit } from './forget-visit.js';
import { tellIfInsecure } from './insecure.js';
import { rememberedRoom, secretIn } from './remembered-rooms.js';
import { RoomLinks, restoreLinks } from './room-links.js';
import { YourRooms } from './your-rooms.js';

customElements.define('copy-text', CopyText);
customElements.define('room-links', RoomLinks);
restoreLinks();
customElements.define('your-rooms', YourRooms);
tellIfInsecure();

// The room of this page is no more: what this browser knew of it leads nowhere.
const gone = document.querySelector<HTMLElement>('[data-gone-room]')?.dataset.goneRoom;
if (gone) void forgetVisit(gone, Object.values(rememberedRoom(gone)?.links ?? {}).map(secretIn));

// A server that answers swaps its own words in; only silence has to be put in words here.
document.addEventListener('htmx:before:request', () => tellUnreachable(false));
document.addEventListener('htmx:error', () => tellUnreachable(true));

function tellUnreachable(unreachable: boolean): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-unreachable]')) line.hidden = !unreachable;
}

keepChosenQuestions();
