/** Whatever is in a room, it loads quickly, and lets other rooms have their turn meanwhile. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { amount, seed } from '../amount.js';
import {
  EDITS,
  hostileRoom,
  type Loading,
  load,
  loadRoom,
  storedBytes,
  writtenBefore,
} from '../fixtures/hostile-logs.js';

/** What the design asks for: of the processor's time, which does not pass while other programs have it. */
const [ALL_MS, LONGEST_MS] = [200, 20];
/** A collector of garbage stops what it collects for, whoever left it. */
const TRIES = 4;

async function loaded(one: () => Promise<Loading>): Promise<Loading> {
  const best = await one();
  for (let n = 1; n < TRIES; n++) {
    const { all, longest } = await one();
    best.all = Math.min(best.all, all);
    best.longest = Math.min(best.longest, longest);
  }
  return best;
}

function quick({ all, longest }: Loading): void {
  assert.ok(all <= ALL_MS, `${all} ms in all`);
  assert.ok(longest <= LONGEST_MS, `${longest} ms without a pause`);
}

const kinds = Object.entries(EDITS);
const some = kinds.map((_, n) => kinds[(n + seed) % kinds.length] as (typeof kinds)[number]).slice(0, amount(2, 4));

for (const [what, log] of some) {
  it(`a room of 16 MiB, with edits in ${what}, loads in ${ALL_MS} ms, ${LONGEST_MS} at a time`, async () => {
    const { storage, text } = await hostileRoom(log);
    assert.ok((await storedBytes(storage)) >= 16 * 2 ** 20);
    const loading = await loaded(() => loadRoom(storage));
    assert.ok(loading.text === text, 'it is the same text');
    quick(loading);
  });
}

it('a log that version 0.1.0 wrote, of edits in 15,500 places each, loads as quickly', async () => {
  const { storage, text } = await writtenBefore(15_500, 7);
  const loading = await loaded(() => load(storage));
  assert.ok(loading.text === text, 'it is the same text');
  quick(loading);
});

it('one of tens of thousands of single edits, too', async () => {
  const { storage } = await writtenBefore(1, 20_000);
  quick(await loaded(() => load(storage)));
});
