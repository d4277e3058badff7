/** `<room-links room="id">`: the links of a room just made. They stand on the front page, in this browser, until they are dismissed. */
import { type RememberedRoom, rememberedRooms, rememberRoom, updateRoom } from './remembered-rooms.js';

export class RoomLinks extends HTMLElement {
  connectedCallback(): void {
    const room = this.getAttribute('room') ?? '';
    if (!this.hasAttribute('restored')) this.#keep(room);
    // The person wants the next one: these are among their rooms below.
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
    this.#tellKept(kept);
    // A reload would send the form once more, and make another room.
    if (kept && location.pathname === '/rooms') history.replaceState(null, '', '/');
    // What the person asked for is here: the next word read out, and the next key pressed, is about it.
    this.querySelector('h2')?.focus();
  }

  #tellKept(kept: boolean): void {
    this.querySelector('[data-kept]')?.toggleAttribute('hidden', !kept);
    this.querySelector('[data-unkept]')?.toggleAttribute('hidden', kept);
  }
}

/** Puts the links made last in place of the form again, as they were before the page was reloaded. */
export function restoreLinks(): void {
  const form = document.querySelector('form#make');
  const template = document.querySelector<HTMLTemplateElement>('#made-room');
  const room = rememberedRooms().find(({ undismissed }) => undismissed);
  if (!form || !template || !room) return;
  // Somebody is filling it in, or has been told what to change.
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
  if (heading && title) heading.textContent = `“${title}” is ready`;
  links.querySelector('[data-enter]')?.setAttribute('href', known.interviewer ?? `/r/${id}`);
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
