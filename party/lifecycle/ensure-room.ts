/** Rooms of embedding teams: made at their first use by whoever comes with a good token. */
import { type Identity, verifyIssued } from '../access/tokens.js';
import { aboutRoom } from '../room/webhooks.js';
import type { Existence, RoomKeeper } from './room-lifecycle.js';

/** What there is for somebody with this token, and whose it is, if it is of a team. Throws AccessDenied when it is no good. */
export async function existenceFor(
  keeper: RoomKeeper,
  token: string,
): Promise<{ existence: Existence; proven: Identity | null }> {
  const { issuer, id, clock } = keeper;
  if (!issuer) return { existence: await keeper.exist(), proven: null };
  const proven = await verifyIssued(issuer, id, token, clock.now());
  return { existence: await madeFor(keeper, proven), proven };
}

async function madeFor(keeper: RoomKeeper, { issuedAt }: Identity): Promise<Existence> {
  const { clock, settings } = keeper;
  const existence = await keeper.exist();
  if (existence.kind === 'kept') return existence;
  // Tokens from before a room was deleted do not bring it back; the name may be used again.
  if (existence.kind === 'gone' && issuedAt <= (existence.tombstone.at ?? clock.now())) return existence;
  await keeper.make({ kind: 'embedded', retentionMs: settings.limits.retentionMs }, ({ parts }) =>
    parts.webhooks.tell('room.created', { room: aboutRoom(parts) }),
  );
  return keeper.exist();
}
