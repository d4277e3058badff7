/** What random scenarios have in common: what may happen to a person, and how the scenarios are run. */
import { mock, test } from 'node:test';
import { seed } from '../amount.js';
import type { Dice, World } from './world.js';

export const ALPHABET = ['a', 'b', '\n', 'ü', '漢', '😀', 'x y'];

/** Often so small that whole texts are stored, and history is compacted, in the middle of everything. */
export const history = (dice: Dice) => (dice.chance(50) ? { historyBytes: 1024 << dice.below(4) } : {});

/** One thing happens to this person: they type, the network carries something, a connection breaks, a page is loaded anew. Who left before all was written down comes into `hasty`. */
export async function happen(
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
export function ready(world: World, who: number): boolean {
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

/** Runs a scenario with each seed; a failure names its seed. */
export function scenarios(promise: string, world: (seed: number) => Promise<void>, seeds: number): void {
  test(`${promise}, in ${seeds} random scenarios from seed ${seed}`, async () => {
    for (let at = seed; at < seed + seeds; at++) {
      try {
        await world(at);
      } catch (cause) {
        throw new Error(`seed ${at}: ${(cause as Error).message}`, { cause });
      }
    }
  });
}
