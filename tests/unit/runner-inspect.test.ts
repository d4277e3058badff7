// Values look as they do in Node, and no value can make the console throw.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect as node } from 'node:util';
import { inspect } from '../../components/runner/worker/javascript/inspect.js';
import { table } from '../../components/runner/worker/javascript/table.js';

class Point {
  x = 1;
}

const ALIKE: unknown[] = [
  1,
  -0,
  10n,
  true,
  null,
  undefined,
  Symbol('s'),
  'it',
  "it's",
  'a\nb',
  [],
  {},
  [1, 'a', null],
  [1].concat(Array(1), 3),
  { a: { b: [1] } },
  { 'a-b': 1 },
  new Map([['a', { b: 1 }]]),
  new Set([1, 'x']),
  new Point(),
  Point,
  class {},
  () => {},
  function named() {},
  async () => {},
  /x/g,
  new Date(0),
  new Uint8Array(3),
  Object.create(null),
  new Number(3),
  {
    get a() {
      return 1;
    },
  },
  { set a(_: number) {} },
  Array.from({ length: 3 }, () => ({ name: 'a long name indeed', value: 'and a value' })),
];

describe('inspect', () => {
  it('shows values as Node does', () => {
    for (const value of ALIKE) assert.equal(inspect(value), node(value));
    // Node 24 leaves the brackets out.
    assert.equal(inspect({ [Symbol('k')]: 2 }), '{ [Symbol(k)]: 2 }');
  });

  it('marks cycles, shortens what is long and ends what is deep', () => {
    const cycle: Record<string, unknown> = { a: 1 };
    cycle.self = cycle;
    assert.equal(inspect(cycle), '{ a: 1, self: [Circular] }');
    assert.match(inspect(Array.from({ length: 1000 }, (_, index) => index)), /\.\.\. 900 more items\n\]$/);
    assert.match(inspect('x'.repeat(20_000)), /\.\.\. 10000 more characters$/);
    let deep: unknown = 1;
    for (let depth = 0; depth < 10_000; depth++) deep = { deep };
    assert.match(inspect(deep), /\[Object\]/);
  });

  it('survives hostile values', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    for (const value of [proxy, trap, { [Symbol.toStringTag]: 1 }, Object.setPrototypeOf(() => {}, null)]) {
      assert.equal(typeof inspect(value), 'string');
    }
  });
});

describe('table', () => {
  it('draws rows and columns', () => {
    const show = (value: unknown) => inspect(value);
    assert.equal(
      table([{ a: 1 }, 2], undefined, show),
      [
        '┌─────────┬───┬────────┐',
        '│ (index) │ a │ Values │',
        '├─────────┼───┼────────┤',
        '│ 0       │ 1 │        │',
        '│ 1       │   │ 2      │',
        '└─────────┴───┴────────┘',
      ].join('\n'),
    );
    assert.equal(table(3, undefined, show), undefined);
  });
});
