/** Write batches: with more people who may edit, each batch covers a longer time, up to a limit. */
import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { World } from './world.js';

afterEach(() => mock.timers.reset());

describe('a batch of writes', () => {
  for (const [people, pace] of [
    [1, 10],
    [3, 30],
    [12, 100],
  ] as const) {
    it(`starts ${pace} ms after the previous one when ${people} people may edit`, async () => {
      const world = await World.of(people, {}, { batchPaceMs: 10 });
      const saved = () => world.sessions[0]?.document.saved;
      const pass = async (ms: number) => {
        mock.timers.tick(ms);
        await world.settle();
      };
      await new Promise((resolve) => setTimeout(resolve, 200));
      mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.now() + 10_000 });
      world.type(0, 'at once');
      await world.settle();
      await pass(1);
      assert.equal(saved(), true);
      world.type(0, 'with the next');
      await world.settle();
      await pass(pace - 2);
      assert.equal(saved(), false);
      await pass(2);
      assert.equal(saved(), true);
    });
  }
});
