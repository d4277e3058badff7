/** Script of all pages but those of a room, its replay and its report: HTMX, and custom elements in its fragments. */
import './htmx.js';
import { keepChosenQuestions } from './chosen-questions.js';
import { CopyText } from './copy-text.js';
import { forgetVisit } from './forget-visit.js';
import { tellIfInsecure } from './insecure.js';
import { LiveExample } from './live-example.js';
import { takeSecrets } from './room-key.js';
import { RoomLinks, restoreLinks } from './room-links.js';
import { speakAsPage } from './words.js';
import { YourRooms } from './your-rooms.js';

speakAsPage();
customElements.define('copy-text', CopyText);
customElements.define('live-example', LiveExample);
customElements.define('room-links', RoomLinks);
restoreLinks();
customElements.define('your-rooms', YourRooms);
tellIfInsecure();

// The room of this page is deleted, so its data in this browser is useless.
const gone = document.querySelector<HTMLElement>('[data-gone-room]')?.dataset.goneRoom;
if (gone) void forgetVisit(gone, takeSecrets(gone));

// What a server refuses it says itself; this is for one that does not answer, or fails.
document.addEventListener('htmx:before:request', () => tellUnreachable(false));
document.addEventListener('htmx:error', () => tellUnreachable(true));
document.addEventListener('htmx:response:error', (event) => {
  const { ctx } = (event as CustomEvent<{ ctx: { response: { status: number } } }>).detail;
  if (ctx.response.status >= 500) tellUnreachable(true);
});

function tellUnreachable(unreachable: boolean): void {
  for (const line of document.querySelectorAll<HTMLElement>('[data-unreachable]')) line.hidden = !unreachable;
}

// Beside the text there is space for the list of documents; above it, on a narrow screen, there is not.
if (matchMedia('(min-width: 64rem)').matches)
  for (const list of document.querySelectorAll<HTMLDetailsElement>('.documents-nav details')) list.open = true;

keepChosenQuestions();
