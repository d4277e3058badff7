/** Any room loads fast and with pauses for other rooms. `npm run bench -- places` measures the milliseconds. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { amount, seed } from '../amount.js';
import {
  EDITS,
  floorMs,
  hostileDocument,
  hostileRoom,
  type Loading,
  load,
  loadRoom,
  steady,
  storedBytes,
  writtenBefore,
} from '../fixtures/hostile-logs.js';

/** At most so many times what fixed work takes on the same thread in the same run: about three times what it is. */
const [ALL, LONGEST] = [90, 20];
/** And whatever it takes, no step without a pause is more than this part of it: without pauses it would be all. */
const PART = 0.5;
const TRIES = 4;

async function quick(one: () => Promise<Loading>): Promise<string> {
  const loads: Loading[] = [];
  let floor = Number.POSITIVE_INFINITY;
  for (let n = 0; n < TRIES; n++) {
    floor = Math.min(floor, floorMs());
    loads.push(await one());
  }
  const { all, longest, text } = steady(loads);
  const took = `${all.toFixed(1)} ms in all, ${longest.toFixed(1)} without a pause, beside ${floor.toFixed(1)} of fixed work`;
  assert.ok(all <= ALL * floor, took);
  assert.ok(longest <= LONGEST * floor, took);
  assert.ok(longest <= PART * all, took);
  return text;
}

const kinds = Object.entries(EDITS);
const some = kinds.map((_, n) => kinds[(n + seed) % kinds.length] as (typeof kinds)[number]).slice(0, amount(1, 4));

for (const [what, log] of some) {
  it(`a text with edits in ${what} loads fast, and with pauses`, async () => {
    const { storage, text } = await hostileDocument(log);
    assert.ok((await quick(() => load(storage))) === text, 'it is the same text');
  });
}

for (const [what, log] of some.slice(0, amount(0, 4))) {
  it(`a whole room of 16 MiB with edits in ${what} loads fast, and with pauses`, async () => {
    const { storage, text } = await hostileRoom(log);
    assert.ok((await storedBytes(storage)) >= 16 * 2 ** 20);
    assert.ok((await quick(() => loadRoom(storage))) === text, 'it is the same text');
  });
}

it('a log of version 0.1.0, of edits in 15,500 places each, loads fast, and with pauses', async () => {
  const { storage, text } = await writtenBefore(15_500, 7);
  assert.ok((await quick(() => load(storage))) === text, 'it is the same text');
});

it('a log of tens of thousands of single edits loads fast, and with pauses', async () => {
  const { storage } = await writtenBefore(1, 20_000);
  await quick(() => load(storage));
});
