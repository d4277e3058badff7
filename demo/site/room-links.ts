/** `<room-links room="id">`: the links of a new room. They stay on this browser's front page until they are dismissed. */
import { t } from '../../components/wording/words.js';
import { keepsLinks, type RememberedRoom, rememberedRooms, rememberRoom, updateRoom } from './remembered-rooms.js';
import { keepingLocale } from './words.js';

export class RoomLinks extends HTMLElement {
  connectedCallback(): void {
    const room = this.getAttribute('room') ?? '';
    if (!this.hasAttribute('restored')) this.#keep(room);
    // The person wants to create another room; this one is listed below.
    this.querySelector('[data-dismiss]')?.addEventListener('click', () => updateRoom(room, { undismissed: false }));
  }

  #keep(room: string): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[data-role]')].map((link) => [
      link.dataset.role,
      link.href,
    ]);
    const title = this.getAttribute('title-of-room') ?? '';
    const kept = rememberRoom(room, {
      title,
      links: Object.fromEntries(links),
      madeAt: Date.now(),
      undismissed: true,
    });
    this.tellKept(kept && keepsLinks());
    // A reload would submit the form again, and create another room.
    if (kept && location.pathname === '/rooms') history.replaceState(null, '', keepingLocale('/'));
    // Screen readers and keyboard continue at the result.
    this.querySelector('h2')?.focus();
  }

  /** Whether this browser remembers the links. */
  tellKept(kept: boolean): void {
    this.querySelector('[data-kept]')?.toggleAttribute('hidden', !kept);
    this.querySelector('[data-unkept]')?.toggleAttribute('hidden', kept);
  }
}

/** Shows the last created links in place of the form again after a reload. */
export function restoreLinks(): void {
  const form = document.querySelector('form#make');
  const template = document.querySelector<HTMLTemplateElement>('#made-room');
  const room = rememberedRooms().find(({ undismissed }) => undismissed);
  if (!form || !template || !room) return;
  // Somebody is filling in the form, or has been told what to correct.
  if (form.querySelector('[role="alert"]:not([hidden])')) return;
  const links = template.content.querySelector('room-links')?.cloneNode(true) as Element | undefined;
  if (!links) return;
  fill(links, room);
  form.replaceWith(links);
}

function fill(links: Element, { id, title, links: known }: RememberedRoom): void {
  links.setAttribute('room', id);
  links.setAttribute('restored', '');
  const heading = links.querySelector('h2');
  if (heading && title) heading.textContent = t('“{title}” is ready', { title });
  links.querySelector('[data-enter]')?.setAttribute('href', keepingLocale(known.interviewer ?? `/r/${id}`));
  links.querySelector('[data-kept]')?.removeAttribute('hidden');
  links.querySelector('[data-unkept]')?.setAttribute('hidden', '');
  for (const link of links.querySelectorAll<HTMLAnchorElement>('a[data-role]')) {
    const href = known[link.dataset.role as keyof typeof known];
    if (href) {
      link.href = href;
      link.textContent = href;
    } else link.closest('li')?.remove();
  }
}
