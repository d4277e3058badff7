/** Applying an edit gives the same text as CodeMirror, in linear time for any number of places. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ChangeSet, Text } from '@codemirror/state';
import { newLines } from '../../party/shared/new-lines.js';
import { applyAll, applyChange, composeAll, countPlaces } from '../../party/shared/text-change.js';
import { seed } from '../amount.js';
import { cpuMs } from '../fixtures/cpu.js';
import { Dice } from '../room/world.js';

const INSERTS = ['', 'y', '😀', '\n\n', 'é\n', 'longer than most\nof two lines'];

/** A text with lines of every length, and an edit of it in places near each other and far apart. */
function textOf(dice: Dice): Text {
  const long = dice.chance(30) ? ['z'.repeat(dice.below(20_000))] : [];
  const lines = Array.from({ length: dice.below(400) }, () => 'é x'.repeat(dice.below(dice.chance(5) ? 3_000 : 4)));
  return Text.of([...lines, ...long, ...(dice.chance(20) ? Array<string>(3_000).fill('') : []), '']);
}

function edit(text: Text, dice: Dice): ChangeSet {
  const places: { from: number; to: number; insert: string }[] = [];
  // Texts do not grow for ever.
  const paces = text.length < 60_000 ? [4, 200, 3_000] : [3_000];
  const [pace, deleted] = [1 + dice.below(paces[dice.below(paces.length)] as number), dice.chance(10) ? 500 : 3];
  for (let at = dice.below(3); at <= text.length; at += dice.below(pace)) {
    const to = Math.min(text.length, at + dice.below(deleted));
    const insert = INSERTS[dice.below(INSERTS.length)] as string;
    if (to > at || insert) places.push({ from: at, to, insert });
    at = to + (dice.chance(10) ? 0 : 1);
  }
  return ChangeSet.of(places, text.length);
}

describe('a change', () => {
  it(`is applied as by CodeMirror (seed ${seed})`, () => {
    const dice = new Dice(seed);
    for (let round = 0; round < 50; round++) {
      const text = textOf(dice);
      const change = edit(text, dice);
      const [applied, expected] = [applyChange(change, text), change.apply(text)];
      assert.ok(applied.eq(expected), `round ${round}, ${countPlaces(change)} places`);
      assert.equal(applied.toString(), expected.toString());
      assert.equal(applied.lines, expected.lines);
    }
  });

  it('with adjacent sections, as only the wire has them, too', () => {
    const text = Text.of(['0123456789']);
    const change = ChangeSet.fromJSON([2, [0, 'a'], [0, 'b', ''], [1], [1, 'c'], [2], [0, 'd'], 4]);
    assert.equal(applyChange(change, text).toString(), change.apply(text).toString());
  });

  it('of another text is refused', () => {
    assert.throws(() => applyChange(ChangeSet.of({ from: 0, insert: 'x' }, 3), Text.of(['four'])), RangeError);
  });

  it('in thousands of places of one long line costs as much as a few keystrokes in it', () => {
    const text = Text.of(['→'.repeat(480_000)]);
    const places = Array.from({ length: 15_500 }, (_, n) => ({ from: n * 30, to: n * 30 + 1, insert: '\n' }));
    const change = ChangeSet.of(places, text.length);
    const cost = cpuMs(() => applyChange(change, text));
    assert.ok(cost < 60, `${cost} ms`);
  });

  it('that cuts a long line does not keep that line in memory', () => {
    let text = Text.of(['x'.repeat(300_000)]);
    for (let n = 0; n < 300; n++) {
      const from = text.length - 300_000 + (n % 7) + 20;
      text = applyChange(ChangeSet.of({ from, insert: '\n' }, text.length), text);
      text = applyChange(ChangeSet.of({ from: text.length, insert: 'x'.repeat(20) }, text.length), text);
    }
    assert.ok(text.lines > 290);
    // Each of its short lines on a long one of its own would be 90 MB.
    setFlagsFromString('--expose-gc');
    runInNewContext('gc')();
    const { heapUsed } = process.memoryUsage();
    assert.ok(heapUsed < 80e6, `${heapUsed / 1e6} MB`);
  });
});

describe('consecutive changes', () => {
  it(`give the same text together, in pieces (seed ${seed})`, () => {
    const dice = new Dice(seed);
    for (let round = 0; round < 10; round++) {
      let text = textOf(dice);
      const before = text;
      const changes: ChangeSet[] = [];
      for (let n = dice.below(60); n >= 0; n--) {
        changes.push(edit(text, dice));
        text = changes.at(-1)?.apply(text) ?? text;
      }
      const pieces = applyAll(before.toString(), changes);
      let step = pieces.next();
      while (!step.done) step = pieces.next();
      assert.equal(step.value, text.toString(), `round ${round}`);
      assert.ok(applyChange(composeAll(changes) as ChangeSet, before).eq(text));
    }
    assert.equal(composeAll([]), null);
  });

  it('pause before any piece takes long, and cost little although there are tens of thousands', () => {
    let length = 480_000;
    const changes = Array.from({ length: 40_000 }, (_, n) => {
      const change = ChangeSet.of({ from: (n * 7_919) % length, insert: 'y' }, length);
      length = change.newLength;
      return change;
    });
    const pieces = applyAll('→'.repeat(480_000), changes);
    let [all, longest, count] = [0, 0, 0];
    for (let done = false; !done; count++) {
      const cost = cpuMs(() => {
        done = pieces.next().done === true;
      }, 1);
      all += cost;
      longest = Math.max(longest, cost);
    }
    assert.ok(count > 10 && longest < 60 && all < 1_000, `${count} pieces, ${longest} ms at most, ${all} ms in all`);
  });
});

it('the new lines of a change are found however many there are', () => {
  const before = Text.of(['a', 'b', '']);
  const change = ChangeSet.of({ from: 2, insert: 'x\n'.repeat(300_000) }, before.length);
  const found = newLines(change, before, change.apply(before));
  assert.deepEqual([found.length, found[0]], [300_000, 'x']);
});
