/** Whoever types in a room hardly notices somebody who means harm: a slice of the attacks of `npm run bench -- attack`, on both engines. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { amount, seed } from '../amount.js';
import { ATTACKS } from '../fixtures/hostile.js';
import { Siege } from '../fixtures/siege.js';

/** A keystroke may take so much longer, in the middle of all of them. */
const RATIO = 3;
/** Nobody notices less, and a machine on which much else goes on takes as long by itself. */
const UNNOTICED_MS = 25;
/**
 * A machine that is busy with something else makes one round slow. An attack that gets through makes all of them slow: so one
 * good round shows that it does not, and only when none is good has the server failed.
 */
const ROUNDS = 4;

/** Those that have done the most harm, and others in turn. */
const ALWAYS = ['reconnect loops', 'silent sockets'];
const others = Object.keys(ATTACKS).filter((attack) => !ALWAYS.includes(attack));
const OTHERS = amount(2, others.length);

for (const [turn, engine] of (['partykit', 'workerd'] as const).entries()) {
  describe(`a keystroke to somebody else on ${engine}`, { timeout: 600_000 }, () => {
    let siege: Siege;
    before(async () => {
      siege = await Siege.begin(engine);
      await siege.type(1);
    });
    after(() => siege.end());

    const chosen = others.map((_, n) => others[(seed + turn * OTHERS + n) % others.length] ?? '').slice(0, OTHERS);
    for (const attack of [...ALWAYS, ...chosen]) {
      it(`is hardly slower under ${attack}`, async () => {
        const rounds: string[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          const quiet = await siege.type(0.5);
          const struck = await siege.under(attack, 1);
          assert.ok(siege.live, 'they are still in the room');
          if (struck.median <= Math.max(UNNOTICED_MS, RATIO * quiet.median)) return;
          rounds.push(`${quiet.median.toFixed(1)} → ${struck.median.toFixed(1)} ms (${struck.tried} tries)`);
        }
        assert.fail(rounds.join(', '));
      });
    }
  });
}
