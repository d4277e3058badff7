// A program's `assert` finds the same values equal as Node's own.
import real from 'node:assert';
import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { createAssert } from '../../components/runner/worker/javascript/node/assert.js';

describe('A program’s assert', () => {
  const inspection = { inspect: (value: unknown) => inspect(value) };
  const ours = createAssert(inspection as unknown as Parameters<typeof createAssert>[0], () => undefined);
  const [symbol, made] = [Symbol('s'), () => 1];
  const money = { valueOf: () => 5 };
  const date = new Date(5);
  const own = { [Symbol.toPrimitive]: (hint: string) => hint };
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  const bytes = Uint8Array.of(1, 2).buffer;
  const GROUPS: readonly (readonly unknown[])[] = [
    [
      0,
      -0,
      5,
      '5',
      5n,
      NaN,
      true,
      1,
      '',
      'a',
      null,
      undefined,
      symbol,
      Symbol('s'),
      made,
      String(made),
      money,
      [5],
      [1, 2],
      '1,2',
      {},
      [],
      date,
      String(date),
      own,
      'default',
      '5n',
      ' 5 ',
      false,
      Object.create(null),
    ],
    [
      { a: 1 },
      { a: '1' },
      { a: undefined },
      { b: undefined },
      { a: 1, [symbol]: 1 },
      { a: 1, [symbol]: 2 },
      cycle,
      { self: cycle },
    ],
    [
      [1].concat(Array(1), 3),
      [1, undefined, 3],
      [1, null, 3],
      Object.assign([1, 2], { x: 1 }),
      [1, 2],
      { 0: 1, 1: 2, length: 2 },
    ],
    [new Date(5), new Date(6), new Date(NaN), /a/g, /a/i, Object.assign(/a/g, { lastIndex: 1 })],
    [new Error('a'), new Error('b'), new TypeError('a'), Object.assign(new Error('a'), { code: 1 })],
    [Object(1), Object(2), Object('a'), Object(true), Object(symbol), Object(5n), 1, 'a', symbol, 5n],
    [
      bytes,
      bytes.slice(0),
      Uint8Array.of(1, 3).buffer,
      new DataView(bytes),
      new DataView(bytes, 1),
      Uint8Array.of(1, 2),
      Buffer.from([1, 2]),
      Int8Array.of(1, 2),
    ],
    [
      new Set(),
      new Set([1, 2]),
      new Set([2, 1]),
      new Set([1, '2']),
      new Set([1, 3]),
      new Set([null]),
      new Set([undefined]),
      new Set([NaN]),
      new Set([true]),
      new Set([1]),
      new Set([symbol]),
      new Set([{}, {}]),
      new Set([{}, { a: 1 }]),
      new Set([{ a: 1 }, {}]),
      new Set([
        [1, 2],
        [1, 2],
      ]),
      new Set([
        [1, 2],
        [3, 4],
      ]),
      new Set([
        [1, 2],
        ['3', 4],
      ]),
      new Set([
        [3, 4],
        [1, 2],
      ]),
      new Set<unknown>([[1], 1]),
      new Set<unknown>([['1'], '1']),
    ],
    [
      new Map(),
      new Map([[1, 2]]),
      new Map([['1', 2]]),
      new Map([[1, '2']]),
      new Map([[1, undefined]]),
      new Map([[2, undefined]]),
      new Map([[null, 1]]),
      new Map([[undefined, 1]]),
      new Map([[symbol, 1]]),
      new Map([
        [{}, 1],
        [{}, 1],
      ]),
      new Map([
        [{}, 1],
        [{}, 2],
      ]),
      new Map([
        [{}, 2],
        [{}, 1],
      ]),
      new Map<unknown, unknown>([
        [{ a: 1 }, 1],
        [{}, 1],
      ]),
      new Map<unknown, unknown>([
        [{}, 1],
        [{ a: 1 }, 1],
      ]),
      new Map<unknown, unknown>([
        [[1], 1],
        [1, [1]],
      ]),
      new Map<unknown, unknown>([
        [['1'], 1],
        ['1', ['1']],
      ]),
    ],
  ];
  const told = (check: () => void) => {
    try {
      check();
      return 'equal';
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };

  for (const name of ['deepEqual', 'deepStrictEqual', 'equal', 'strictEqual'] as const) {
    it(`finds the same values equal as Node’s: ${name}`, () => {
      for (const group of GROUPS)
        for (const one of group)
          for (const other of group) {
            // Newer ones find two dates that are none equal.
            if (one instanceof Date && Number.isNaN(one.getTime())) continue;
            assert.equal(
              told(() => ours[name](one, other)),
              told(() => real[name](one, other)),
              `${name} of ${inspect(one)} and ${inspect(other)}`,
            );
          }
    });
  }
});
