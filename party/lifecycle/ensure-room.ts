/** Rooms of embedding teams: made at their first use by whoever comes with a good token. */
import { type Identity, verifyIssued } from '../access/tokens.js';
import { aboutRoom } from '../room/webhooks.js';
import type { Existence, RoomLife } from './existence.js';

/** What there is for somebody with this token, and whose it is, if it is of a team; `known`, if that has been found already. Rejects with AccessDenied when it is no good. */
export async function ensureRoom(
  life: RoomLife,
  token: string,
  known?: Identity,
): Promise<{ existence: Existence; proven: Identity | null }> {
  const { issuer, id, clock } = life;
  if (!issuer) return { existence: await life.exist(), proven: null };
  const holds = known?.iss === issuer.iss && known.expiresAt > clock.now();
  const proven = holds ? known : await verifyIssued(issuer, id, token, clock.now());
  return { existence: await madeFor(life, proven), proven };
}

async function madeFor(life: RoomLife, { issuedAt }: Identity): Promise<Existence> {
  const { clock, settings } = life;
  const existence = await life.exist();
  if (existence.kind === 'kept') return existence;
  // Tokens from before a room was deleted do not bring it back; the name may be used again.
  if (existence.kind === 'gone' && issuedAt <= (existence.tombstone.at ?? clock.now())) return existence;
  await life.make({ kind: 'embedded', retentionMs: settings.limits.retentionMs }, (room) =>
    room.webhooks.tell('room.created', { room: aboutRoom(room) }),
  );
  return life.exist();
}
