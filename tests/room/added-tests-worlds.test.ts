/** Random scenarios in which everybody adds tests, whole lines each: those of whoever stays are all there, once, in all copies. */
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { RoomTests } from '../../components/tests/room-tests.js';
import { readTestLines } from '../../party/shared/test-lines.js';
import { amount } from '../amount.js';
import { ALPHABET, happen, ready, scenarios } from './scenarios.js';
import { Dice, World } from './world.js';

mock.timers.enable({ apis: ['setTimeout'] });

async function testedWorld(seed: number): Promise<void> {
  const dice = new Dice(seed);
  // Long enough for everybody to find their place again, and whole texts are stored all the time.
  const world = await World.of(2 + dice.below(3), {}, dice.chance(50) ? { historyBytes: 512 * 1024 } : {});
  world.storage.instant = dice.chance(30);
  const added: { name: string; who: number; doubtful: boolean }[] = [];
  const hasty = new Set<number>();
  const known = new WeakMap<Session, RoomTests>();
  const tests = (who: number) => (world.sessions[who] as Session).documents.tests;
  for (let step = 0; step < 60; step++) {
    const who = dice.below(world.sessions.length);
    if (ready(world, who) && tests(who).synced && dice.chance(30)) {
      const name = `test ${added.length}`;
      added.push({ name, who, doubtful: false });
      const session = world.sessions[who] as Session;
      const all = known.get(session) ?? new RoomTests(session);
      known.set(session, all);
      const there = all.tests;
      const place = dice.below(there.length + 1);
      const test = { name, kind: 'io' as const, stdin: '', stdout: ALPHABET[dice.below(ALPHABET.length)] ?? '' };
      all.set([...there.slice(0, place), test, ...there.slice(place)]);
    } else {
      await happen(world, who, dice, hasty, dice.below(100));
      for (const one of added) one.doubtful ||= hasty.has(one.who);
      hasty.clear();
    }
  }
  await world.settle();
  world.agree();
  const present = [...world.wires.keys()].filter((who) => world.wires[who]);
  const texts = present.map((who) => tests(who).text.toString());
  for (const text of texts) assert.equal(text, texts[0]);
  const { tests: found, unreadable } = readTestLines(texts[0] ?? '');
  assert.deepEqual(unreadable, []);
  for (const { name, who, doubtful } of added) {
    const count = found.filter((test) => test.name === name).length;
    if (world.wires[who] && !doubtful) assert.equal(count, 1, `${name} of session ${who} is there once`);
    else assert.ok(count <= 1, `${name} is there at most once`);
  }
}

scenarios('tests that everybody adds are all there', testedWorld, amount(150, 6_000));
