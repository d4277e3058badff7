/** Random scenarios: whatever breaks, all copies converge, and no edit of anybody who stays is lost or doubled. */
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { amount } from '../amount.js';
import { happen, history, ready, scenarios } from './scenarios.js';
import { Dice, World } from './world.js';

const SEEDS = amount(500, 20_000);

mock.timers.enable({ apis: ['setTimeout'] });

/** Everything can happen to anybody. */
async function adversarialWorld(seed: number): Promise<void> {
  const dice = new Dice(seed);
  const world = await World.of(2 + dice.below(4), {}, history(dice));
  world.storage.instant = dice.chance(30);
  for (let step = 0; step < 60; step++) {
    const who = dice.below(world.sessions.length);
    await happen(world, who, dice);
  }
  await world.settle();
  world.agree();
  assert.deepEqual(world.refusals, []);
}

/** Only insertions of unique marks: each of those who stay is there exactly once; so is each that was acked, whoever made it. */
async function markedWorld(seed: number): Promise<void> {
  const dice = new Dice(seed);
  const world = await World.of(2 + dice.below(3), {}, history(dice));
  world.storage.instant = dice.chance(30);
  const marks: { mark: string; who: number; doubtful: boolean }[] = [];
  const acked = new Set<string>();
  /** Whose page went before it had written down what was not saved. */
  const hasty = new Set<number>();
  for (let step = 0; step < 60; step++) {
    const who = dice.below(world.sessions.length);
    if (ready(world, who) && dice.chance(40)) {
      const mark = `<${marks.length}>`;
      marks.push({ mark, who, doubtful: false });
      const places = [0, ...[...world.text(who).matchAll(/>/g)].map((match) => match.index + 1)];
      world.type(who, mark, places[dice.below(places.length)]);
    } else {
      await happen(world, who, dice, hasty, 40 + dice.below(60));
      for (const mark of marks) mark.doubtful ||= hasty.has(mark.who) && !acked.has(mark.mark);
      hasty.clear();
    }
    for (const [index, session] of world.sessions.entries()) {
      if (session.saved) for (const mark of marks) if (mark.who === index && !mark.doubtful) acked.add(mark.mark);
    }
  }
  await world.settle();
  world.agree();
  const present = world.wires.findIndex(Boolean);
  const text = world.text(present);
  for (const { mark, who, doubtful } of marks) {
    const count = text.split(mark).length - 1;
    if ((world.wires[who] && !doubtful) || acked.has(mark))
      assert.equal(count, 1, `${mark} of session ${who} is there once`);
    else assert.ok(count <= 1, `${mark} is there at most once`);
  }
}

scenarios('all copies are equal', adversarialWorld, SEEDS);
scenarios('no acked edit is lost or doubled', markedWorld, SEEDS);
