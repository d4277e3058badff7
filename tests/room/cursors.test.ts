/** Cursors are cheap: moves are coalesced, and idle sessions send nothing. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, it, mock } from 'node:test';
import type { Session } from '../../components/session/index.js';
import { World } from './world.js';

beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) }));
afterEach(() => mock.timers.reset());

const CHECK = 4;

const at = (world: World, who: number): Session => world.sessions[who] as Session;
const sent = (world: World, who: number): number => world.wires[who]?.up.length ?? 0;

it('a hundred cursor moves in a second are coalesced into at most twenty messages, with the last position', async () => {
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

it('people who only watch send nothing while others write, except one check of the text in a pause', async () => {
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

it('a cursor of an older version is mapped once, by the room, with limited work', async () => {
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

it('a cursor is removed when its person leaves for any reason, and shown again when they return', async () => {
  const limits = { silenceMs: 35_000 };
  for (const role of ['candidate', 'observer'] as const) {
    const world = await World.made({ code: 'hello world' }, limits);
    const enter = async (as: 'interviewer' | 'candidate' | 'observer') => {
      const index = await world.join({ token: await world.token(as, as) });
      await world.until(() => at(world, index).status === 'live');
    };
    await enter('interviewer');
    await enter(role);
    const heads = () => [...at(world, 0).document.cursors.values()].map(({ head }) => head);
    const shows = async (...expected: number[]) => {
      await world.settle();
      assert.deepEqual(heads(), expected, role);
    };
    at(world, 1).document.point(5, 5);
    await shows(5);

    world.cut(1, true);
    await shows();
    world.type(0, '>>', 0);
    await world.back(1);
    await shows(7);

    // A network that dies says no goodbye.
    const wire = world.wires[1];
    world.wires[1] = null;
    await shows(7);
    mock.timers.tick(20_000);
    world.wires[0]?.send({ type: 'ping', nonce: 1 });
    await world.settle();
    mock.timers.tick(16_000);
    await world.lifecycle.wake();
    await shows();
    world.wires[1] = wire ?? null;
    await world.settle();
    await world.until(() => at(world, 1).status === 'live');
    await shows(7);

    const person = at(world, 0).people.find(({ role: theirs }) => theirs === role)?.id ?? '';
    at(world, 0).standing.remove(person);
    await shows();
  }
});
