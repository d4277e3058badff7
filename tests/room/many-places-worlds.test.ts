/** Random scenarios with edits in thousands of places, in a file that is now and then too small for them: each comes whole or not at all. */
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { LIMITS } from '../../party/shared/limits.js';
import { amount } from '../amount.js';
import { happen, ready, scenarios } from './scenarios.js';
import { Dice, World } from './world.js';

mock.timers.enable({ apis: ['setTimeout'] });

async function crowdedWorld(seed: number): Promise<void> {
  const dice = new Dice(seed);
  const fileBytes = dice.chance(50) ? 30_000 + dice.below(60_000) : LIMITS.fileBytes;
  // Long enough for everybody to find their place again, and whole texts are stored all the time.
  const world = await World.of(2 + dice.below(2), {}, { historyBytes: 512 * 1024, fileBytes });
  world.storage.instant = dice.chance(30);
  world.type(0, '.'.repeat(3_000 + dice.below(5_000)));
  await world.settle();
  const edits: { mark: string; places: number }[] = [];
  for (let step = 0; step < 50; step++) {
    const who = dice.below(world.sessions.length);
    if (ready(world, who) && edits.length < 6 && dice.chance(15)) {
      const mark = String.fromCodePoint(0x4e00 + edits.length);
      const every = 1 + dice.below(4);
      const places: { from: number; to?: number; insert: string }[] = [];
      const before = world.text(who);
      // Only dots are taken away, so that every mark stays; edits at the same time may take the same one.
      for (let at = dice.below(9); at < before.length; at += every)
        places.push({ from: at, ...(before[at] === '.' && dice.chance(50) ? { to: at + 1 } : {}), insert: mark });
      edits.push({ mark, places: places.length });
      world.edit(who, places);
    } else if (ready(world, who) && dice.chance(20)) world.type(who, '!', dice.below(world.text(who).length + 1));
    else {
      const roll = 40 + dice.below(60);
      // Whoever reloads has written everything down, and stays.
      if (roll === 96) mock.timers.tick(5_000);
      if (roll < 96 || (roll > 96 && roll < 99)) await happen(world, who, dice, new Set(), roll);
      else if (roll === 96) await world.reload(who);
    }
  }
  await world.settle();
  world.agree();
  const text = world.text(0);
  const lost = edits.filter(({ mark, places }) => {
    const count = text.split(mark).length - 1;
    assert.ok(count === places || count === 0, `${mark} is there ${count} times, not ${places} or none`);
    return count === 0;
  });
  if (lost.length > 0) assert.ok(world.refusals.length > 0, 'whoever loses an edit hears of it');
}

scenarios('edits in thousands of places come whole or not at all', crowdedWorld, amount(25, 2_000));
