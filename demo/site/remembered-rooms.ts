/** The rooms this browser knows: their links, titles and times. They stay in this browser; nothing here sends them anywhere. */
import type { Role } from '../../party/shared/roles.js';

export interface RememberedRoom {
  id: string;
  title: string;
  /** Whole links by role: those made here, and the one this browser came with. */
  links: Partial<Record<Role, string>>;
  /** Milliseconds since 1970; undefined where it was not made here, or never opened. */
  madeAt?: number;
  openedAt?: number;
  ended?: boolean;
  /** This browser has made the interviewer link itself, though not the room. */
  renewed?: boolean;
  /** Made here, and its links have not been dismissed on the front page. */
  undismissed?: boolean;
}

const PREFIX = 'code-room room ';
/** Older ones are forgotten: a list that nobody reads any more. */
const KEPT = 200;
/** Strongest first: whoever made a room and tried its candidate link is still its interviewer. */
const BY_STRENGTH: readonly Role[] = ['interviewer', 'candidate', 'observer'];

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
    // No storage in this browser, or somebody has written into it by hand.
    return undefined;
  }
}

/** Adds to what is known of a room. False where this browser keeps nothing. */
export function rememberRoom(id: string, news: Partial<Omit<RememberedRoom, 'id'>>): boolean {
  const known = rememberedRoom(id) ?? { title: '', links: {} };
  const links = { ...known.links, ...news.links };
  try {
    localStorage.setItem(PREFIX + id, JSON.stringify({ ...known, ...news, links }));
  } catch {
    return false;
  }
  for (const old of rememberedRooms().slice(KEPT)) forgetRoom(old.id);
  return true;
}

/** Only what is still remembered changes: a page that stands open brings back nothing that was forgotten. */
export function updateRoom(id: string, news: Partial<Omit<RememberedRoom, 'id'>>): void {
  if (rememberedRoom(id)) rememberRoom(id, news);
}

export function forgetRoom(id: string): void {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // Where nothing can be kept, nothing has to be forgotten.
  }
}

/** A link that opens nothing any more. */
export function forgetSecret(id: string, secret: string): void {
  const room = rememberedRoom(id);
  if (!room) return;
  const links = Object.fromEntries(Object.entries(room.links).filter(([, link]) => secretIn(link) !== secret));
  if (Object.keys(links).length === 0) return forgetRoom(id);
  forgetRoom(id);
  rememberRoom(id, { ...room, links });
}

/** The strongest link that is known, of this role if one is given, beside secrets that are known to open nothing. */
export function rememberedSecret(id: string, role?: Role, beside: readonly string[] = []): string | undefined {
  const { links = {} } = rememberedRoom(id) ?? {};
  const secrets = BY_STRENGTH.filter((one) => !role || one === role).map((one) => secretIn(links[one] ?? ''));
  return secrets.find((secret) => secret !== undefined && !beside.includes(secret));
}

/** As whom this browser comes into the room. */
export function rememberedRole({ links }: RememberedRoom): Role | undefined {
  return BY_STRENGTH.find((role) => links[role]);
}

export function linkTo(id: string, secret: string): string {
  return `${location.origin}/r/${id}#k=${secret}`;
}

/** The secret of a link, or of its fragment. */
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
