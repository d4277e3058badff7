/** Rooms known to this browser, with links, titles and times. They are stored here only, and sent nowhere. */
import type { Role } from '../../party/shared/roles.js';

export interface RememberedRoom {
  id: string;
  title: string;
  /** Links by role: those created here, and the one this browser used. */
  links: Partial<Record<Role, string>>;
  /** The strongest role it was entered in, which stays known without a link. */
  role?: Role;
  /** Milliseconds since 1970; undefined if it was not created, or opened, here. */
  madeAt?: number;
  openedAt?: number;
  ended?: boolean;
  /** The interviewer link was created in this browser, the room was not. */
  renewed?: boolean;
  /** Created here, and its links are still shown on the front page. */
  undismissed?: boolean;
}

const PREFIX = 'code-room room ';
/** Named `no` when links are not to be kept. */
const LINKS = 'code-room links';
/** Maximum; older ones are dropped. */
const KEPT = 200;
/** Strongest first: whoever created a room and tried its candidate link is still its interviewer. */
const BY_STRENGTH: readonly Role[] = ['interviewer', 'candidate', 'observer', 'assistant'];

/** Newest first. */
export function rememberedRooms(): RememberedRoom[] {
  const ids = names().map((name) => name.slice(PREFIX.length));
  const rooms = ids.map(rememberedRoom).filter((room) => room !== undefined);
  return rooms.sort((a, b) => lastUse(b) - lastUse(a));
}

export function rememberedRoom(id: string): RememberedRoom | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + id) ?? 'null');
    return isRoom(kept) ? { ...kept, id } : undefined;
  } catch {
    // There is no storage, or somebody has changed it by hand.
    return undefined;
  }
}

/** Whether links are kept with the rooms; without them a room is opened by the link that one has elsewhere. */
export function keepsLinks(): boolean {
  try {
    return localStorage.getItem(LINKS) !== 'no';
  } catch {
    return false;
  }
}

/** Links that were kept are removed at once. */
export function keepLinks(keep: boolean): void {
  try {
    if (keep) localStorage.removeItem(LINKS);
    else localStorage.setItem(LINKS, 'no');
  } catch {
    return; // Without storage nothing is kept in any case.
  }
  if (!keep) for (const room of rememberedRooms()) rememberRoom(room.id, {});
}

/** Merges data of a room. False where there is no storage. */
export function rememberRoom(id: string, news: Partial<Omit<RememberedRoom, 'id'>>): boolean {
  const known: Omit<RememberedRoom, 'id'> = rememberedRoom(id) ?? { title: '', links: {} };
  const links = { ...known.links, ...news.links };
  const role = BY_STRENGTH.find((one) => links[one] || one === known.role);
  const kept = keepsLinks() ? { ...known, ...news, links } : { ...known, ...news, links: {}, undismissed: false };
  if (!store(id, { ...kept, ...(role && { role }) })) return false;
  for (const old of rememberedRooms().slice(KEPT)) forgetRoom(old.id);
  return true;
}

function store(id: string, room: Omit<RememberedRoom, 'id'>): boolean {
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify(room));
    return true;
  } catch {
    return false;
  }
}

/** Only for a room that is still stored, so that an open page does not bring back a removed one. */
export function updateRoom(id: string, news: Partial<Omit<RememberedRoom, 'id'>>): void {
  if (rememberedRoom(id)) rememberRoom(id, news);
}

export function forgetRoom(id: string): void {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // Without storage there is nothing to remove.
  }
}

/** Removes a link that is not valid any more. */
export function forgetSecret(id: string, secret: string): void {
  const room = rememberedRoom(id);
  if (!room) return;
  const links = Object.fromEntries(Object.entries(room.links).filter(([, link]) => secretIn(link) !== secret));
  if (Object.keys(links).length === 0) return forgetRoom(id);
  forgetRoom(id);
  rememberRoom(id, { ...room, links });
}

/** The secret of the strongest link, of this role if given, except `beside`, which are known to be invalid. */
export function rememberedSecret(id: string, role?: Role, beside: readonly string[] = []): string | undefined {
  const { links = {} } = rememberedRoom(id) ?? {};
  const secrets = BY_STRENGTH.filter((one) => !role || one === role).map((one) => secretIn(links[one] ?? ''));
  return secrets.find((secret) => secret !== undefined && !beside.includes(secret));
}

/** The role with which this browser enters the room, or did while it kept links. */
export function rememberedRole({ links, role }: RememberedRoom): Role | undefined {
  return strongest(links) ?? role;
}

function strongest(links: RememberedRoom['links']): Role | undefined {
  return BY_STRENGTH.find((role) => links[role]);
}

export function linkTo(id: string, secret: string): string {
  return `${location.origin}/r/${id}#k=${secret}`;
}

/** The secret in a link, or in its fragment. */
export function secretIn(link: string): string | undefined {
  return /#k=([\w-]+)$/.exec(link)?.[1];
}

function lastUse({ madeAt = 0, openedAt = 0 }: RememberedRoom): number {
  return Math.max(madeAt, openedAt);
}

function isRoom(kept: unknown): kept is RememberedRoom {
  const { title, links } = (kept ?? {}) as Partial<RememberedRoom>;
  return typeof title === 'string' && typeof links === 'object' && links !== null;
}

function names(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
}
