/** Typing is hardly slower during an attack: five attacks of `npm run bench -- attack` on one engine by the seed; in full all on both. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LIMITS } from '../../party/shared/limits.js';
import { amount, seed } from '../amount.js';
import { quantile } from '../bench/figure.js';
import { engines } from '../engines.js';
import { AttackedServer } from '../fixtures/attacked-server.js';
import { ATTACKS } from '../fixtures/attacker.js';

/** A keystroke may take so much longer, in the middle of all of them. */
const RATIO = 3;
/** Less than any clock or eye tells from a quiet room on a machine with other work. */
const UNFELT_MS = 3;
/**
 * A machine that is busy with something else makes one round slow. An attack that gets through makes all of them slow: so one
 * good round shows that it does not, and only when none is good has the server failed.
 */
const ROUNDS = 5;

/** What a room bears: it waits, or costs next to nothing. All other attackers are refused sooner or later, most at once. */
const BORNE = new Set([
  'silent sockets',
  'dropped sockets',
  'sockets that stay',
  'edits of many places',
  'edits of too many places',
  'cursor moves',
  'cursors of long ago',
  'signs of life',
  'open rooms',
  'new people',
  'people of one name',
  'tokens asked for',
  'a socket nobody reads',
  'pages read',
]);

/** Each try of these is allowed by itself: they are refused for their number. */
const TOO_OFTEN = new Set([
  'edits of long ago',
  'empty runs',
  'prints',
  'checks and pings',
  'tokens shown again',
  'names changed',
]);

/** On a machine with other work an attacker may not come so far as to be refused: it has to be after so many tries, and those who may say something twice as many as they may in the longest round. */
const MANY = 100;
const LONGEST_ROUND_SECONDS = 1.5;
const TOO_MANY = 2 * (LIMITS.messageBurst + LIMITS.messagesPerSecond * LONGEST_ROUND_SECONDS);

function mustBeRefused(attack: string, tried: number): boolean {
  return !BORNE.has(attack) && tried > (TOO_OFTEN.has(attack) ? TOO_MANY : MANY);
}

const median = (keys: number[]) => quantile(keys, 0.5);

for (const engine of engines) {
  describe(`a keystroke’s way to another person on ${engine}`, {
    timeout: 600_000,
  }, () => {
    let server: AttackedServer;
    before(async () => {
      server = await AttackedServer.begin(engine);
      await server.type(1);
    });
    after(() => server.end());

    // Five, so that each attack meets both engines with the seeds.
    const every = amount(5, 1);
    const chosen = Object.keys(ATTACKS).filter((_, n) => (n + seed) % every === 0);
    for (const attack of chosen) {
      it(`is hardly slower during ${attack}`, async () => {
        const rounds: string[] = [];
        await server.room();
        while (rounds.length < ROUNDS) {
          const quiet = median(await server.type(0.2));
          const { keys, tried, refused } = await server.under(attack, 0.4 + 0.2 * rounds.length);
          assert.ok(tried > 0, 'it is an attack');
          if (!server.live) {
            // So may a machine that stood still for seconds; an attack that puts people out does it again.
            rounds.push(`they were no longer in the room (${tried} tries, ${refused} refused)`);
            await server.room();
            continue;
          }
          const struck = median(keys);
          const felt = struck > Math.max(UNFELT_MS, RATIO * quiet);
          if (!felt && (refused > 0 || !mustBeRefused(attack, tried))) return;
          rounds.push(`${quiet.toFixed(1)} → ${struck.toFixed(1)} ms (${tried} tries, ${refused} refused)`);
        }
        assert.fail(rounds.join(', '));
      });
    }
  });
}
