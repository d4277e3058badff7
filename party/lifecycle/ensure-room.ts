/** Creates the room of an embedding team at its first use with a valid token. */
import { type Identity, verifyIssued } from '../access/tokens.js';
import { putRules } from '../room/rules.js';
import { putTests } from '../room/tests.js';
import { aboutRoom } from '../room/webhooks.js';
import type { Existence, RoomLife } from './existence.js';

/** The existence of the room for this token, and the token's identity if a team issued it; `known` is that identity if it was verified before. Rejects with AccessDenied when the token is invalid. */
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

async function madeFor(life: RoomLife, { issuedAt, rules = {} }: Identity): Promise<Existence> {
  const { clock, settings } = life;
  const existence = await life.exist();
  if (existence.kind === 'kept') return existence;
  // Tokens issued before a room was deleted do not recreate it; the name may be used again with newer ones.
  if (existence.kind === 'gone' && issuedAt <= (existence.tombstone.at ?? clock.now())) return existence;
  const { ai = 'off', hiddenResults } = rules;
  const initial = { kind: 'embedded' as const, retentionMs: settings.limits.retentionMs };
  await life.make({ ...initial, ...(ai !== 'off' && { ai }) }, (room) => {
    putTests(room, [], hiddenResults);
    putRules(room, rules);
    room.webhooks.tell('room.created', { room: aboutRoom(room) });
  });
  return life.exist();
}
