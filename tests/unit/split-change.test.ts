/** A change too large for one submission is split: no part too large, nothing lost, and no character split. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ChangeSet, Text } from '@codemirror/state';
import { LIMITS } from '../../party/shared/limits.js';
import { SUBMISSION_BYTES } from '../../party/shared/page-limits.js';
import { splitChange } from '../../party/shared/split-change.js';
import { applyChange, countPlaces } from '../../party/shared/text-change.js';
import { keepsCharacters, writeChange } from '../../party/shared/wire/change.js';
import { Writer } from '../../party/shared/wire/codec.js';
import { seed } from '../amount.js';
import { cpuMs } from '../fixtures/cpu.js';
import { Dice } from '../room/world.js';

function bytesOf(change: ChangeSet): number {
  const writer = new Writer();
  writeChange(writer, change);
  return writer.finish().length;
}

/** The text after all parts; none of them may be too large. */
function arrive(parts: ChangeSet[], before: Text, places: number, bytes: number): Text {
  let text = before;
  for (const part of parts) {
    assert.ok(countPlaces(part) <= places && bytesOf(part) <= bytes, `${countPlaces(part)} places, ${bytesOf(part)} B`);
    assert.ok(keepsCharacters(part, text), 'no character is cut in two');
    text = applyChange(part, text);
  }
  return text;
}

describe('a split change', () => {
  it(`has the same result, whatever it inserts (seed ${seed})`, () => {
    const dice = new Dice(seed);
    const inserts = ['', 'a', '漢', '😀', '\n', 'é\n', '😀'.repeat(40), 'x'.repeat(300), '\n'.repeat(90)];
    for (let round = 0; round < 300; round++) {
      const before = Text.of(Array.from({ length: 1 + dice.below(30) }, () => 'a😀b'.repeat(dice.below(6))));
      const places: { from: number; to: number; insert: string }[] = [];
      const characters = [...before.toString()];
      for (let at = 0, unit = 0; at < characters.length; at++) {
        const to = unit + (characters[at] as string).length;
        const insert = inserts[dice.below(inserts.length)] as string;
        const end = dice.chance(50) ? unit : to;
        if (dice.chance(40) && (insert || end > unit)) places.push({ from: unit, to: end, insert });
        unit = to;
      }
      const change = ChangeSet.of(places, before.length);
      const [most, bytes] = [1 + dice.below(20), 20 + dice.below(200)];
      const after = arrive(splitChange(change, most, bytes), before, most, bytes);
      assert.equal(after.toString(), change.apply(before).toString(), `round ${round}`);
    }
  });

  it('is parted between lines, but where a line alone is too long', () => {
    const lines = Array.from({ length: 300 }, (_, at) => 'é'.repeat(1 + ((at * 37) % 90)));
    lines[150] = '漢'.repeat(500);
    const change = ChangeSet.of({ from: 0, insert: `${lines.join('\n')}\n` }, 0);
    let text = Text.empty;
    let cut = 0;
    for (const part of splitChange(change, 20, 400)) {
      text = applyChange(part, text);
      if (!text.toString().endsWith('\n')) cut++;
    }
    assert.equal(text.toString(), `${lines.join('\n')}\n`);
    assert.equal(cut, Math.ceil((500 * 3) / (400 - 12)) - 1);
  });

  it('is not split when it is small', () => {
    const change = ChangeSet.of({ from: 1, to: 2, insert: 'é' }, 9);
    assert.deepEqual(splitChange(change, LIMITS.changePlaces), [change]);
    const nothing = ChangeSet.empty(9);
    assert.deepEqual(splitChange(nothing, LIMITS.changePlaces), [nothing]);
  });

  for (const [what, edit] of [
    ['every second character replaced by a wide one', (n: number) => ({ from: n * 2, to: n * 2 + 1, insert: '→' })],
    ['every second character deleted', (n: number) => ({ from: n * 2, to: n * 2 + 1 })],
    ['something put in before every second character', (n: number) => ({ from: n * 2, insert: 'xyz' })],
  ] as const) {
    it(`of a whole file, ${what}, is read once`, () => {
      const before = Text.of(['ab'.repeat(LIMITS.fileBytes / 2)]);
      const places = Array.from({ length: LIMITS.fileBytes / 2 }, (_, n) => edit(n));
      const change = ChangeSet.of(places, before.length);
      let parts: ChangeSet[] = [];
      const cost = cpuMs(() => {
        parts = splitChange(change, LIMITS.changePlaces);
      }, 2);
      assert.ok(cost < 1_500, `${cost} ms`);
      assert.equal(parts.length, Math.ceil(places.length / LIMITS.changePlaces));
      const after = arrive(parts, before, LIMITS.changePlaces, SUBMISSION_BYTES);
      assert.ok(after.eq(applyChange(change, before)));
    });
  }

  it('of one long insertion fills its parts', () => {
    const change = ChangeSet.of({ from: 0, insert: 'x'.repeat(LIMITS.fileBytes) }, 0);
    const parts = splitChange(change, LIMITS.changePlaces);
    assert.equal(parts.length, Math.ceil(LIMITS.fileBytes / (SUBMISSION_BYTES - 12)));
    assert.ok(arrive(parts, Text.empty, 1, SUBMISSION_BYTES).eq(applyChange(change, Text.empty)));
  });
});
