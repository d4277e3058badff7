// The function table for the snapshot, in engines with one object per function and with two.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptImports, addressed, unifyFunctions } from '../../components/runner/worker/python/function-table.js';

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

  it('is unchanged as soon as one entry is identical to its export', () => {
    const first = named('1');
    const { entries, used, table } = tableOf([null, first, named('2'), named('3')]);
    const before = [...entries];
    unifyFunctions({ first, second: named('2'), __indirect_function_table: table } as never);
    assert.ok(entries.every((entry, index) => entry === before[index]));
    assert.deepEqual(used, { reads: 2, writes: 0 });
  });

  it('accepts a module’s imported functions, by their signatures, as WebAssembly functions', () => {
    const signed = (sig: string, action: (...values: never[]) => unknown) => Object.assign(action, { sig });
    const add = signed('iii', (a: number, b: number) => a + b);
    const half = signed('dp', (a: number) => a / 2);
    const long = signed('jj', (a: bigint) => a * 2n);
    const kept: unknown[] = [];
    const keep = signed('vei', (...values: unknown[]) => void kept.push(...values));
    const many = Array.from({ length: 200 }, (_, index) => signed('i', () => index));
    const table = new WebAssembly.Table({ initial: 300, element: 'anyfunc' });
    acceptImports({ __indirect_function_table: table }, [add, half, long, keep, ...many]);
    for (const [index, value] of [add, half, long, keep, ...many].entries()) table.set(index, value);
    assert.equal(table.get(0)(2.9, 40), 42);
    assert.equal(table.get(1)(3), 1.5);
    assert.equal(table.get(2)(21n), 42n);
    table.get(3)(kept, 7.5);
    assert.deepEqual([kept[0] === kept, kept[1]], [true, 7]);
    assert.deepEqual([table.get(4)(), table.get(203)()], [0, 199]);
    const added = table.get(0);
    table.set(299, added);
    assert.equal(table.get(299), added);
    assert.throws(() => table.set(0, () => 1), TypeError);
  });

  it('is prepared for imports whose index a module requests, except those of unknown types', () => {
    const name = (text: string) => [text.length, ...Buffer.from(text)];
    const asked = ['known', 'odd', 'plain', 'gone'].flatMap((one) => [...name('GOT.func'), ...name(one), 3, 0x7f, 1]);
    const other = [...name('env'), ...name('memory'), 2, 0, 1];
    const content = [5, ...asked, ...other];
    const bytes = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 2, content.length, ...content);
    const known = Object.assign(() => {}, { sig: 'vii' });
    const imports = { known, odd: Object.assign(() => {}, { sig: 'vx' }), plain: () => {}, memory: {}, unasked: known };
    assert.deepEqual(addressed(new WebAssembly.Module(bytes), imports), [known]);
  });
});
