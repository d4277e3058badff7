/** `<your-rooms>`: rooms that this browser has created or opened, to open or remove; hidden while there are none. */
import { speech, t, translated, type Words } from '../../components/wording/words.js';
import { dayAndTime } from '../../party/shared/format-time.js';
import type { Role } from '../../party/shared/roles.js';
import { forgetVisit } from './forget-visit.js';
import {
  keepLinks,
  keepsLinks,
  type RememberedRoom,
  rememberedRole,
  rememberedRooms,
  secretIn,
} from './remembered-rooms.js';
import { isGone } from './room-gone.js';
import type { RoomLinks } from './room-links.js';
import { keepingLocale } from './words.js';

/** Number shown at first. */
const SHOWN = 8;

const ROLES = {
  interviewer: 'You are the interviewer.',
  candidate: 'You are the candidate.',
  observer: 'You are observing.',
  assistant: 'You are the assistant.',
} satisfies Record<Role, string> satisfies Words;

export class YourRooms extends HTMLElement {
  #all = false;
  /** What the list was made of. */
  #listed = '';
  /** Rooms that were checked with the server: once per visit of the page. */
  readonly #asked = new Set<string>();
  #connected = new AbortController();

  connectedCallback(): void {
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    const box = this.querySelector<HTMLInputElement>('[data-keep-links]');
    const kept = () => {
      keepLinks(box?.checked === true);
      document.querySelector<RoomLinks>('room-links')?.tellKept(box?.checked === true);
      this.#show();
    };
    box?.addEventListener('change', kept, { signal });
    this.#show();
    // Changes by another tab, or a return from the back/forward cache.
    addEventListener('storage', () => this.#show(), { signal });
    addEventListener('pageshow', ({ persisted }) => persisted && this.#show(), { signal });
    document.addEventListener('htmx:after:swap', () => this.#show(), { signal });
  }

  disconnectedCallback(): void {
    this.#connected.abort();
  }

  #show(): void {
    const rooms = rememberedRooms();
    const shown = this.#all ? rooms : rooms.slice(0, SHOWN);
    this.#list(shown);
    const more = this.querySelector<HTMLButtonElement>('[data-more]');
    if (more) {
      more.hidden = shown.length === rooms.length;
      more.textContent = t('Show all {count}', { count: rooms.length });
      more.onclick = () => {
        this.#all = true;
        this.#show();
        this.querySelectorAll<HTMLElement>('li a')[SHOWN]?.focus();
      };
    }
    const box = this.querySelector<HTMLInputElement>('[data-keep-links]');
    if (box) box.checked = keepsLinks();
    this.hidden = rooms.length === 0;
    for (const { id } of shown) void this.#ask(id);
  }

  /** Whoever is in the list with the keyboard stays at what they were, as far as it is still there. */
  #list(rooms: readonly RememberedRoom[]): void {
    const list = this.querySelector('ul');
    const listed = JSON.stringify(rooms);
    if (!list || listed === this.#listed) return;
    this.#listed = listed;
    const parts = (row: Element | null | undefined) => [...(row?.querySelectorAll<HTMLElement>('a, button') ?? [])];
    const row = document.activeElement?.closest<HTMLElement>('your-rooms li');
    const [focused, place] = [row?.dataset.room, parts(row).indexOf(document.activeElement as HTMLElement)];
    list.replaceChildren(...rooms.map((room) => this.#row(room)));
    if (focused) parts(list.querySelector(`li[data-room="${CSS.escape(focused)}"]`))[place]?.focus();
  }

  #row(room: RememberedRoom): Element {
    const { id, links, ended } = room;
    const template = this.querySelector<HTMLTemplateElement>('template');
    const row = template?.content.firstElementChild?.cloneNode(true) as HTMLElement;
    row.dataset.room = id;
    const title = titleOf(room);
    const name = row.querySelector('a');
    if (name) name.textContent = title;
    // Without a link there is nothing to open it with.
    if (name && hasLinks(room)) name.href = keepingLocale(`/r/${id}`);
    const about = row.querySelector('[data-about]');
    if (about) about.textContent = aboutRoom(room);
    const state = row.querySelector('[data-state]');
    if (state) state.textContent = ended ? t('Ended') : room.openedAt ? t('Open') : t('Not opened yet');
    if (links.interviewer && room.openedAt)
      for (const past of row.querySelectorAll<HTMLAnchorElement>('[data-past]')) {
        past.href = keepingLocale(`/r/${id}/${past.dataset.past}`);
        past.ariaLabel = labelled(past.textContent, title);
        past.hidden = false;
      }
    const link = row.querySelector('[data-link]');
    const candidate = rememberedRole(room) === 'interviewer' ? links.candidate : undefined;
    if (link && candidate) {
      Object.assign(link, { id: `rooms-${id}`, textContent: candidate });
      const copy = document.createElement('copy-text');
      copy.setAttribute('from', link.id);
      copy.setAttribute('words', t('Copy candidate link'));
      copy.setAttribute('label', labelled(t('Copy candidate link'), title));
      link.after(copy);
    }
    const forget = row.querySelector<HTMLButtonElement>('button[data-forget]');
    if (forget) {
      forget.ariaLabel = labelled(t('Forget'), title);
      forget.onclick = () => this.#forget(room);
    }
    return row;
  }

  #forget(room: RememberedRoom): void {
    const title = titleOf(room);
    const question = t(
      'Forget “{title}” in this browser? The room itself stays, but you need a link to open it again.',
      { title },
    );
    if (!confirm(question)) return;
    void forgetVisit(room.id, Object.values(room.links).map(secretIn));
    this.#show();
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = t('This browser has forgotten “{title}”.', { title });
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  /** Removes rooms that do not exist any more. Only the room's path is requested: no secret, no list. */
  async #ask(id: string): Promise<void> {
    if (this.#asked.has(id)) return;
    this.#asked.add(id);
    try {
      if (!(await isGone(id))) return;
      const room = rememberedRooms().find((one) => one.id === id);
      if (!room) return;
      await forgetVisit(id, Object.values(room.links).map(secretIn));
      this.#show();
      // Its links were shown in place of the form.
      if (document.querySelector(`room-links[room="${id}"][restored]`)) location.reload();
    } catch {
      // No connection: opening the room will show whether it exists.
    }
  }
}

function hasLinks({ links }: RememberedRoom): boolean {
  return Object.keys(links).length > 0;
}

function titleOf({ title }: RememberedRoom): string {
  return title || t('Room without a title');
}

function labelled(action: string, name: string): string {
  return t('{action}: {name}', { action, name });
}

function aboutRoom(room: RememberedRoom): string {
  const { madeAt, openedAt } = room;
  const role = rememberedRole(room);
  const when = (at: number) => dayAndTime(at, undefined, speech.now?.tag);
  return [
    role && translated(ROLES[role]),
    madeAt && t('Made {time}.', { time: when(madeAt) }),
    openedAt && t('Last opened {time}.', { time: when(openedAt) }),
    !hasLinks(room) && t('Its link is not kept here: open it by the link you have.'),
  ]
    .filter(Boolean)
    .join(' ');
}
