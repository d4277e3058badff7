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

it('a cursor in a text of the past is brought up to date once, by the room, and never at more than an edit may cost', async () => {
  const world = await World.of(3);
  world.type(0, 'x'.repeat(20_000));
  await world.settle();
  const { version } = at(world, 0).document;
  const everywhere = (insert: string) =>
    world.edit(
      0,
      Array.from({ length: 2_000 }, (_, n) => ({ from: n * 10, to: n * 10 + 1, insert })),
    );
  const point = async () => {
    const heard: number[] = [];
    const wire = world.wires[2];
    assert.ok(wire);
    const { message } = wire.events;
    wire.events.message = (said) => {
      if (said.type === 'point') heard.push(said.version);
      message(said);
    };
    world.wires[1]?.send({ type: 'point', document: 1, version, anchor: 5, head: 5 });
    await world.settle();
    mock.timers.tick(100);
    await world.settle();
    wire.events.message = message;
    return heard;
  };
  everywhere('y');
  await world.settle();
  assert.deepEqual(await point(), [version + 1]);
  for (let n = 0; n < 12; n++) {
    everywhere(String(n));
    await world.settle();
  }
  assert.deepEqual(await point(), [], 'nobody maps it over so much');
});
