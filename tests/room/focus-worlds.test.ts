/** Random scenarios with private time: whatever breaks, nothing typed in it leaves before it is over, and afterwards all copies are equal. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { postFocus, startFocus } from '../../components/session/sync/entries.js';
import { amount, seed } from '../amount.js';
import { Dice, World } from './world.js';

const SEEDS = amount(50, 5_000);
const MINUTE = 60_000;

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

async function privateWorld(seed: number): Promise<void> {
  const dice = new Dice(seed);
  const world = await World.of(2 + dice.below(2));
  world.storage.instant = dice.chance(50);
  /** What was typed privately, by whom. */
  const secrets = new Map<number, string[]>();
  world.record = (wire, direction, bytes) => {
    const who = (world.wires as readonly unknown[]).indexOf(wire);
    if (direction !== '>') return;
    if (!world.sessions[who]?.documents.files.held) return;
    const text = Buffer.from(bytes).toString('latin1');
    for (const secret of secrets.get(who) ?? []) assert.ok(!text.includes(secret), `${secret} leaves early`);
  };
  /** What may leave after one stretch may still be on its way in the next. */
  const watched = new WeakSet<object>();
  const watch = (who: number) => {
    const session = world.sessions[who];
    if (!session || watched.has(session)) return;
    watched.add(session);
    session.standing.addEventListener('focus', () => session.documents.files.held || secrets.delete(who));
  };
  // Where the connection breaks it is not known whether it was done; that is told elsewhere.
  const asks = (asked: Promise<void>) => void asked.catch(() => undefined);
  for (let step = 0; step < 70; step++) {
    const who = dice.below(world.sessions.length);
    watch(who);
    const session = world.sessions[who];
    const roll = dice.below(100);
    if (!session?.document.synced) await world.back(who);
    else if (roll < 12) asks(startFocus(session, 1 + dice.below(3)));
    else if (roll < 18) asks(postFocus(session.documents, { end: true }));
    else if (roll < 45) {
      const word = `s${seed}t${step} `;
      // What was typed before may be on its way.
      if (session.documents.files.held) secrets.set(who, [...(secrets.get(who) ?? []), word]);
      world.type(who, word, dice.below(session.document.text.length + 1));
      session.document.point(0, 0);
    } else if (roll < 60) world.up(who);
    else if (roll < 78) world.down(who);
    else if (roll < 82) world.cut(who);
    else if (roll < 88) await world.back(who);
    else if (roll < 91) world.storage.disk(1 + dice.below(4));
    else if (roll < 94) mock.timers.tick(dice.chance(50) ? 1_000 : MINUTE);
    else if (roll < 96) {
      mock.timers.tick(1_000);
      await world.reload(who);
    } else if (roll < 98) await world.hibernate();
    else world.crash();
  }
  await world.settle();
  mock.timers.tick(4 * MINUTE);
  await world.settle();
  world.agree();
  assert.deepEqual(world.refusals, []);
}

test(`nothing leaves early and all copies are equal, in ${SEEDS} random scenarios from seed ${seed}`, async () => {
  for (let at = seed; at < seed + SEEDS; at++) {
    try {
      await privateWorld(at);
    } catch (cause) {
      throw new Error(`seed ${at}: ${(cause as Error).message}`, { cause });
    }
  }
});
