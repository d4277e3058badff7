/** Cursors cost little: moves are gathered, and somebody who does nothing sends nothing. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, it, mock } from 'node:test';
import type { Session } from '../../components/session/index.js';
import { World } from './world.js';

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

const CHECK = 4;

const at = (world: World, who: number): Session => world.sessions[who] as Session;
const sent = (world: World, who: number): number => world.wires[who]?.up.length ?? 0;

it('a hundred moves of a cursor in a second are at most twenty messages, and the last one counts', async () => {
  const world = await World.of(2);
  world.type(0, 'x'.repeat(200));
  await world.settle();
  let messages = 0;
  for (let move = 0; move < 100; move++) {
    at(world, 0).document.point(move, move);
    mock.timers.tick(10);
    messages += sent(world, 0);
    while (sent(world, 0) > 0) world.up(0);
  }
  assert.ok(messages <= 21, `${messages} messages`);
  mock.timers.tick(100);
  await world.settle();
  assert.deepEqual(
    [...at(world, 1).document.cursors.values()].map(({ head }) => head),
    [99],
  );
});

it('nobody sends anything while others write, but one comparison of the text when all is quiet', async () => {
  const world = await World.of(2);
  world.type(0, 'hello world');
  at(world, 0).document.point(3, 3);
  at(world, 1).document.point(5, 5);
  await world.settle();
  for (let n = 0; n < 20; n++) {
    world.type(1, 'y', 0);
    while (sent(world, 1) > 0) world.up(1);
    while ((world.wires[0]?.down.length ?? 0) > 0) world.down(0);
    mock.timers.tick(100);
  }
  assert.deepEqual(
    world.wires[0]?.up.map(([kind]) => kind),
    [],
  );
  await world.settle();
  mock.timers.tick(60_000);
  assert.deepEqual(
    world.wires[0]?.up.map(([kind]) => kind),
    [CHECK],
  );
  await world.settle();
  mock.timers.tick(60_000);
  assert.deepEqual(
    world.wires[0]?.up.map(([kind]) => kind),
    [],
  );
  assert.deepEqual(
    [...at(world, 1).document.cursors.values()].map(({ head }) => head),
    [23],
  );
});
