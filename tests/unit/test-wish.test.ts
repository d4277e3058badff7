/** Parsing the argument of `test()`. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseTestWish } from '../../components/tests/test-wish.js';

it('any value becomes a valid selection of tests', () => {
  for (const [given, wish] of [
    [undefined, { hidden: false }],
    [null, { hidden: false }],
    ['adds', { hidden: false }],
    [
      { names: 'adds', hidden: 1 },
      { names: ['adds'], hidden: true },
    ],
    [{ names: null }, { hidden: false }],
    [
      { names: [7, null, {}, Symbol('s'), Object.create(null)] },
      { names: ['7', '', '', 'Symbol(s)', ''], hidden: false },
    ],
    [{ names: [] }, { names: [], hidden: false }],
  ] as const)
    assert.deepEqual(parseTestWish(given), wish);
});
