/** The session's token is renewed in time whatever the local clock, and stays in use when no other can be fetched. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import { Token } from '../../components/session/connection/token.js';

const MINUTE_MS = 60_000;
const START = Date.UTC(2026, 0, 1);

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: START });

/** As its issuer makes it, whose clock may be another. */
function made(at: number, minutes = 10): string {
  const iat = at / 1000;
  return `e30.${btoa(JSON.stringify({ sub: 'x', iat, exp: iat + minutes * 60 }))}.x`;
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const ignored = { wanted: () => {}, renewed: () => {} };

describe('the session’s token', () => {
  beforeEach(() => mock.timers.setTime(START));

  for (const [clock, ahead] of [
    ['right', 0],
    ['an hour fast', 60 * MINUTE_MS],
    ['an hour slow', -60 * MINUTE_MS],
  ] as const) {
    it(`is renewed a minute before its expiry when the clock is ${clock}`, async () => {
      let asked = 0;
      const get = async () => {
        asked++;
        return made(Date.now() - ahead);
      };
      const token = new Token('', get, ignored);
      await token.current();
      for (const expected of [2, 3]) {
        mock.timers.tick(8 * MINUTE_MS);
        await turn();
        assert.equal(asked, expected - 1);
        mock.timers.tick(MINUTE_MS);
        await turn();
        assert.equal(asked, expected);
      }
      token.stop();
    });
  }

  it('is the current one while `getToken` is slow or fails, as long as it is valid', async () => {
    const first = made(START);
    for (const get of [() => new Promise<string>(() => {}), () => Promise.reject(new Error('no network'))]) {
      const token = new Token(first, get, ignored);
      const current = token.current();
      await turn();
      mock.timers.tick(2_000);
      assert.equal(await current, first);
      token.stop();
    }
    mock.timers.tick(10 * MINUTE_MS);
    const late = new Token(first, () => Promise.reject(new Error('no network')), ignored);
    await assert.rejects(late.current(), /no network/);
  });
});
