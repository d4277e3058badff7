/** Expiry and revocation: end the access of people inside, because a token has expired or been revoked, or a link was reset. */

import { linksOf } from '../access/links.js';
import type { Identity } from '../access/tokens.js';
import { CLOSE } from '../shared/protocol.js';
import { sentenceFor } from '../shared/refusals.js';
import type { Role } from '../shared/roles.js';
import type { Room } from './room.js';

/** When the first person here must have refreshed their token; Infinity in open rooms. */
export function nextExpiry({ lobby, roster }: Room): number {
  const waiting = lobby.applicants.map(({ identity }) => identity.expiresAt);
  return Math.min(...waiting, ...roster.connections.map(({ expiresAt }) => expiresAt));
}

/** Disconnects everybody whose token has expired. */
export function expire(room: Room): void {
  const now = room.clock.now();
  disconnectWhere(room, CLOSE.unauthorized, sentenceFor('access-expired'), ({ expiresAt }) => expiresAt <= now);
}

/** Adds a link for the role. False when the role has the maximum number of links. */
export function addLink({ record, limits }: Room, role: Role, digest: string): boolean {
  if (linksOf(record, role).length >= limits.linksPerRole) return false;
  record.addLink(role, digest);
  return true;
}

/** Replaces all links of the role, or removes them; their tokens and connections are revoked at once. */
export function resetLink(room: Room, role: Role, digest: string | null): void {
  const old = room.record.resetLink(role, digest);
  disconnectWhere(room, CLOSE.forbidden, sentenceFor('link-reset'), ({ link }) => old.includes(link));
}

/** Nothing with this `jti` can be valid after `until`. */
export function revokeToken(room: Room, jti: string, until: number): void {
  room.record.revoke(jti, until, room.clock.now());
  disconnectWhere(room, CLOSE.forbidden, sentenceFor('access-revoked'), ({ jti: own }) => own === jti);
}

/** Disconnects; edits of theirs that are still delayed are dropped. */
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
