/** An edit gives the same text and the same bytes, however many places it changes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChangeSet, Text } from '@codemirror/state';
import { applyChange } from '../../party/apply-change.js';
import { utf8Length } from '../../party/shared/change.js';
import { seed } from '../amount.js';
import { Dice } from '../room/world.js';

test(`as CodeMirror applies it, with a few places and with hundreds (seed ${seed})`, () => {
  const dice = new Dice(seed);
  for (let round = 0; round < 60; round++) {
    const text = Text.of(Array.from({ length: 400 }, () => 'é x'.repeat(dice.below(4))));
    const places: { from: number; to: number; insert: string }[] = [];
    for (let at = dice.below(3); at < text.length; at += 1 + dice.below(round % 2 === 0 ? 4 : 200)) {
      const to = Math.min(text.length, at + dice.below(2));
      const insert = ['', 'y', '😀', '\n\n', 'é\n'][dice.below(5)] as string;
      if (to > at || insert) places.push({ from: at, to, insert });
      at = to;
    }
    const change = ChangeSet.of(places, text.length);
    const applied = applyChange(change, text);
    const expected = change.apply(text);
    assert.ok(applied?.text.eq(expected), `round ${round}, ${places.length} places`);
    assert.equal(applied?.grown, utf8Length(expected.toString()) - utf8Length(text.toString()));
  }
});

test('a character is not cut in two, alone or among hundreds', () => {
  const text = Text.of(['😀'.repeat(500)]);
  const places = (every: number) => Array.from({ length: 300 }, (_, n) => ({ from: n * every, insert: 'x' }));
  assert.equal(applyChange(ChangeSet.of({ from: 1, insert: 'x' }, text.length), text), null);
  assert.equal(applyChange(ChangeSet.of(places(3), text.length), text), null);
  assert.equal(applyChange(ChangeSet.of(places(2), text.length), text)?.grown, 300);
});
