/** The links of a room that this tab has made: kept for the tab only, so that the room can offer them for sharing. */

const key = (room: string) => `code-room links ${room}`;

export type Links = Record<string, string>;

/** `<room-links room="id">` keeps the links inside it. */
export class RoomLinks extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll<HTMLAnchorElement>('a[data-role]')];
    const entries = links.map((link) => [link.dataset.role, link.href]);
    sessionStorage.setItem(key(this.getAttribute('room') ?? ''), JSON.stringify(Object.fromEntries(entries)));
    // What the person asked for is here: the next word read out, and the next key pressed, is about it.
    this.querySelector('h2')?.focus();
  }
}

/** A link that was made later, in place of the one before. */
export function keepLink(room: string, role: string, link: string): void {
  sessionStorage.setItem(key(room), JSON.stringify({ ...linksOf(room), [role]: link }));
}

export function linksOf(room: string): Links | undefined {
  const kept = sessionStorage.getItem(key(room));
  return kept === null ? undefined : JSON.parse(kept);
}
