// A snapshot finds each function once, whether the engine has one object for an export and its place in the table, or two.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unifyFunctions } from '../../components/runner/worker/python/function-table.js';

/** Functions as engines name them, by number, and a table that counts how it is used. */
function tableOf(entries: (object | null)[]) {
  const used = { reads: 0, writes: 0 };
  const table = {
    length: entries.length,
    get(index: number) {
      used.reads += 1;
      return entries[index] ?? null;
    },
    set(index: number, value: object) {
      used.writes += 1;
      entries[index] = value;
    },
  };
  return { entries, used, table };
}

const named = (name: string) => Object.defineProperty(() => {}, 'name', { value: name });

describe('the function table', () => {
  it('gets the exports where its entries are other objects of the same name, as in JavaScriptCore', () => {
    const [first, second] = [named('1'), named('2')];
    const inner = named('3');
    const { entries, table } = tableOf([null, named('2'), inner, named('1')]);
    unifyFunctions({ first, second, memory: {}, __indirect_function_table: table } as never);
    assert.deepEqual(entries, [null, second, inner, first]);
    assert.ok(entries[1] === second && entries[2] === inner && entries[3] === first);
  });

  it('is left alone at the first sight of one object for both', () => {
    const first = named('1');
    const { entries, used, table } = tableOf([null, first, named('2'), named('3')]);
    const before = [...entries];
    unifyFunctions({ first, second: named('2'), __indirect_function_table: table } as never);
    assert.ok(entries.every((entry, index) => entry === before[index]));
    assert.deepEqual(used, { reads: 2, writes: 0 });
  });
});
