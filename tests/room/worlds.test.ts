/** Random scenarios: whatever breaks, all copies converge, and no edit of anybody who stays is lost or doubled. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { RoomTests } from '../../components/tests/room-tests.js';
import { LIMITS } from '../../party/shared/limits.js';
import { readTestLines } from '../../party/shared/test-lines.js';
import { amount, seed } from '../amount.js';
import { Dice, World } from './world.js';

const SEEDS = amount(500, 20_000);
const ALPHABET = ['a', 'b', '\n', 'ü', '漢', '😀', 'x y'];

mock.timers.enable({ apis: ['setTimeout'] });

/** Often so small that whole texts are stored, and history is compacted, in the middle of everything. */
const history = (dice: Dice) => (dice.chance(50) ? { historyBytes: 1024 << dice.below(4) } : {});

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

async function happen(
  world: World,
  who: number,
  dice: Dice,
  hasty = new Set<number>(),
  roll = dice.below(100),
): Promise<void> {
  if (!world.wires[who]) return;
  if (roll < 40) edit(world, who, dice);
  else if (roll < 60) world.up(who);
  else if (roll < 82) world.down(who);
  else if (roll < 85) await world.hibernate();
  else if (roll < 89) world.cut(who);
  else if (roll < 94) await world.back(who);
  else if (roll < 96) world.storage.disk(1 + dice.below(4));
  else if (roll < 97) {
    // A page may go before it has written anything down; now and then all that waits has its time before.
    if (dice.chance(70)) mock.timers.tick(dice.chance(50) ? 300 : 5_000);
    else hasty.add(who);
    if (dice.chance(70)) await world.reload(who);
  } else if (roll < 99) world.crash();
  else if (world.wires.filter(Boolean).length > 2) world.vanish(who);
}

/** An editor takes edits as soon as there is a text. */
function ready(world: World, who: number): boolean {
  return world.wires[who] !== null && world.sessions[who]?.document.synced === true;
}

function edit(world: World, who: number, dice: Dice): void {
  if (!ready(world, who)) return;
  const characters = [...world.text(who)];
  const at = dice.below(characters.length + 1);
  const remove = dice.chance(35) ? Math.min(dice.below(6), characters.length - at) : 0;
  let insert = '';
  for (let n = dice.below(4); n > 0; n--) insert += ALPHABET[dice.below(ALPHABET.length)];
  const before = characters.slice(0, at).join('').length;
  const removed = characters.slice(at, at + remove).join('').length;
  if (insert !== '' || removed > 0) world.type(who, insert, before, removed);
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

/** Edits in thousands of places, in a file that is now and then too small for them: each comes whole or not at all. */
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

/** Tests are added by everybody, whole lines each: those of whoever stays are all there, once, in all copies. */
async function testedWorld(seed: number): Promise<void> {
  const dice = new Dice(seed);
  // Long enough for everybody to find their place again, and whole texts are stored all the time.
  const world = await World.of(2 + dice.below(3), {}, dice.chance(50) ? { historyBytes: 512 * 1024 } : {});
  world.storage.instant = dice.chance(30);
  const added: { name: string; who: number; doubtful: boolean }[] = [];
  const hasty = new Set<number>();
  const tests = (who: number) => (world.sessions[who] as Session).documents.tests;
  for (let step = 0; step < 60; step++) {
    const who = dice.below(world.sessions.length);
    if (ready(world, who) && tests(who).synced && dice.chance(30)) {
      const name = `test ${added.length}`;
      added.push({ name, who, doubtful: false });
      const all = new RoomTests(world.sessions[who] as Session);
      const there = all.tests;
      const place = dice.below(there.length + 1);
      const test = { name, kind: 'io' as const, stdin: '', stdout: ALPHABET[dice.below(ALPHABET.length)] ?? '' };
      all.set([...there.slice(0, place), test, ...there.slice(place)]);
      all.close();
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

for (const [name, world, seeds] of [
  ['all copies are equal', adversarialWorld, SEEDS],
  ['no acked edit is lost or doubled', markedWorld, SEEDS],
  ['tests that everybody adds are all there', testedWorld, amount(150, 6_000)],
  ['edits in thousands of places come whole or not at all', crowdedWorld, amount(25, 2_000)],
] as const) {
  test(`${name}, in ${seeds} random scenarios from seed ${seed}`, async () => {
    for (let at = seed; at < seed + seeds; at++) {
      try {
        await world(at);
      } catch (cause) {
        throw new Error(`seed ${at}: ${(cause as Error).message}`, { cause });
      }
    }
  });
}
