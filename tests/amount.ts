/** How much a test tries: a slice in `npm test`, all of it in `npm run test:full`; and the seed of what it makes up. */

/** Printed by the runner; the same seed makes the same worlds. */
export const seed = Number(process.env.CODE_ROOM_SEED ?? 1) || 1;

/** `AMOUNT=50 node --import tsx --test tests/room/worlds.test.ts` overrides both. */
export function amount(slice: number, full: number): number {
  return Number(process.env.AMOUNT ?? (process.env.CODE_ROOM_FULL ? full : slice));
}
