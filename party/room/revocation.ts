/** Takes access back from people who are inside: tokens that end or are taken back, links that are reset. */

import { linkMark, linksOf } from '../access/links.js';
import { type Identity, LINK_RESET, TAKEN_BACK } from '../access/tokens.js';
import { CLOSE } from '../shared/protocol.js';
import type { Role } from '../shared/roles.js';
import type { Room } from './room.js';

/** Tokens taken back that are remembered; more than a team takes back within the life of a token. */
const REVOKED = 500;

const RUN_OUT = 'Your access has run out. Reload the page or open the link again.';

/** When the first of those here has to have shown a new token; Infinity in open rooms. */
export function nextExpiry({ parts }: Room): number {
  return Math.min(parts.lobby.firstEnd, ...[...parts.roster.connections.values()].map(({ expiresAt }) => expiresAt));
}

/** Whoever has shown no new token in time reads no further. */
export function expire(room: Room): void {
  const now = room.parts.clock.now();
  cut(room, CLOSE.unauthorized, RUN_OUT, ({ expiresAt }) => expiresAt <= now);
}

/** Gives the role one more link; those there are go on working. False when it has as many as it may have. */
export function addLink({ parts: { record, saveRecord, limits } }: Room, role: Role, digest: string): boolean {
  if (linksOf(record, role).length >= limits.linksPerRole) return false;
  if (record.digests[role] === undefined) record.digests = { ...record.digests, [role]: digest };
  else record.moreDigests = { ...record.moreDigests, [role]: [...(record.moreDigests?.[role] ?? []), digest] };
  saveRecord();
  return true;
}

/** Gives the role another link in place of all it has, or none; tokens and connections of the old ones end at once. */
export function resetLink(room: Room, role: Role, digest: string | null): void {
  const { record, saveRecord } = room.parts;
  const old = linksOf(record, role).map(linkMark);
  const { [role]: _, ...others } = record.digests;
  record.digests = digest === null ? others : { ...others, [role]: digest };
  record.moreDigests = { ...record.moreDigests, [role]: [] };
  saveRecord();
  cut(room, CLOSE.forbidden, LINK_RESET, ({ link }) => old.includes(link));
}

/** `until`: when no token of this `jti` can be valid any more. */
export function revokeToken(room: Room, jti: string, until: number): void {
  const { record, saveRecord, clock } = room.parts;
  const live = Object.entries(record.revoked).filter(([, end]) => end > clock.now());
  record.revoked = Object.fromEntries([...live.slice(1 - REVOKED), [jti, until]]);
  saveRecord();
  cut(room, CLOSE.forbidden, TAKEN_BACK, (pass) => pass.jti === jti);
}

/** From now on nothing of theirs counts, what is under way included. */
function cut(
  room: Room,
  code: number,
  sentence: string,
  of: (pass: Pick<Identity, 'jti' | 'link' | 'expiresAt'>) => boolean,
) {
  room.parts.lobby.close(code, sentence, of);
  for (const connection of [...room.parts.roster.connections.values()])
    if (of({ ...connection.pass, expiresAt: connection.expiresAt })) room.expel(connection, code, sentence);
}
