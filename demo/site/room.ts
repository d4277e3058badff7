/** Opens the room of the page: takes the key out of the address first of all, then gives the element its tokens. */
import { CopyText } from './copy-text.js';
import { Entry, type Refused, type Token } from './entry.js';
import { tellIfInsecure } from './insecure.js';
import { takeKey } from './key.js';
import { linksOf } from './room-links.js';

const key = takeKey();
const entry = new Entry(key);
// On its way while the rest of the page loads; whether it is refused is asked when there is a page to say so.
if (key.secret) entry.first().catch(() => undefined);

// Another link of the same room, pasted into this tab, changes the fragment only.
addEventListener('hashchange', () => location.reload());

/** Before the element's own script runs, so that it never starts without a room. */
document.addEventListener('readystatechange', begin, { once: true });

function begin(): void {
  customElements.define('copy-text', CopyText);
  tellIfInsecure();
  offerLinks();
  if (key.secret) open();
  else refuse('missing');
}

function open(): void {
  const element = find('room') as HTMLElement & { getToken: () => Promise<string> };
  element.getToken = async () => (await entry.next()).token;
  element.setAttribute('room', key.room);
  entry.first().then(introduce, (error: Refused) => refuse(error.status === 404 ? 'gone' : 'wrong'));
}

async function introduce({ token, role }: Token): Promise<void> {
  for (const words of document.querySelectorAll<HTMLElement>('[data-role-words]'))
    words.hidden = words.dataset.roleWords !== role;
  const { title, brief } = await entry.facts(token);
  document.title = title ? `${title} – code-room` : 'code-room';
  find('title').textContent = title || 'Room';
  if (brief) showBrief(brief);
}

function showBrief(brief: string): void {
  const place = document.createElement('p');
  place.slot = 'brief';
  place.className = 'border-b border-line px-4 py-3 text-[0.9375rem] whitespace-pre-wrap';
  place.textContent = brief;
  find('room').append(place);
}

function refuse(refusal: 'missing' | 'wrong' | 'gone'): void {
  find('room').remove();
  for (const panel of document.querySelectorAll<HTMLElement>('[data-refusal]'))
    panel.hidden = panel.dataset.refusal !== refusal;
}

/** Only the tab that made the room can still show its links; the server knows none of them. */
function offerLinks(): void {
  const links = linksOf(key.room);
  if (!links) return;
  for (const [role, link] of Object.entries(links)) {
    const anchor = document.querySelector<HTMLAnchorElement>(`#share [data-role="${role}"]`);
    if (!anchor) continue;
    anchor.href = link;
    anchor.textContent = link;
  }
  find('share-button').hidden = false;
}

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}.`);
  return element;
}
