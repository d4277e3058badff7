/** Rooms of embedding teams: made at their first use by whoever comes with a good token. */
import { verifyIssued } from './access.js';
import type { Existence, RoomKeeper } from './keeper.js';
import { aboutRoom } from './webhooks.js';

/** What there is for somebody with this token. Throws AccessDenied when it is of a team, and no good. */
export async function existenceFor(keeper: RoomKeeper, token: string): Promise<Existence> {
  const { issuer, id, clock, settings } = keeper;
  if (!issuer) return keeper.exist();
  const { issuedAt } = await verifyIssued(issuer, id, token, clock.now());
  const existence = await keeper.exist();
  if (existence.kind === 'kept') return existence;
  // Tokens from before a room was deleted do not bring it back; the name may be used again.
  if (existence.kind === 'gone' && issuedAt <= (existence.tombstone.at ?? clock.now())) return existence;
  await keeper.make({ kind: 'embedded', retentionMs: settings.limits.retentionMs }, ({ parts }) =>
    parts.webhooks.tell('room.created', { room: aboutRoom(parts) }),
  );
  return keeper.exist();
}
