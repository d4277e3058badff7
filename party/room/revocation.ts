/** Takes access back from people who are inside: tokens that end or are taken back, links that are reset. */

import { linksOf } from '../access/links.js';
import type { Identity } from '../access/tokens.js';
import { CLOSE } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import type { Role } from '../shared/roles.js';
import type { Room } from './room.js';

/** When the first of those here has to have shown a new token; Infinity in open rooms. */
export function nextExpiry({ lobby, roster }: Room): number {
  const waiting = lobby.applicants.map(({ identity }) => identity.expiresAt);
  return Math.min(...waiting, ...roster.connections.map(({ expiresAt }) => expiresAt));
}

/** Whoever has shown no new token in time reads no further. */
export function expire(room: Room): void {
  const now = room.clock.now();
  disconnectWhere(room, CLOSE.unauthorized, sentenceFor('access-expired'), ({ expiresAt }) => expiresAt <= now);
}

/** Gives the role one more link. False when it has as many as it may have. */
export function addLink({ record, limits }: Room, role: Role, digest: string): boolean {
  if (linksOf(record, role).length >= limits.linksPerRole) return false;
  record.addLink(role, digest);
  return true;
}

/** Gives the role another link in place of all it has, or none; tokens and connections of the old ones end at once. */
export function resetLink(room: Room, role: Role, digest: string | null): void {
  const old = room.record.resetLink(role, digest);
  disconnectWhere(room, CLOSE.forbidden, sentenceFor('link-reset'), ({ link }) => old.includes(link));
}

/** `until`: when no token of this `jti` can be valid any more. */
export function revokeToken(room: Room, jti: string, until: number): void {
  room.record.revoke(jti, until, room.clock.now());
  disconnectWhere(room, CLOSE.forbidden, sentenceFor('access-revoked'), ({ jti: own }) => own === jti);
}

/** From now on nothing of theirs counts, what is under way included. */
function disconnectWhere(
  room: Room,
  code: number,
  sentence: string,
  of: (credentials: Pick<Identity, 'jti' | 'link' | 'expiresAt'>) => boolean,
) {
  room.lobby.turnAwayWhere(code, sentence, ({ identity }) => of(identity));
  for (const connection of room.roster.connections)
    if (of({ ...connection.credentials, expiresAt: connection.expiresAt })) room.expel(connection, code, sentence);
}
