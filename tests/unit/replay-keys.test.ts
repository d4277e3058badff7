/** The keys of a player are those of a Latin keyboard, also where others stand at their places. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { replayAction } from '../../components/replay/replay-keys.js';

function pressed(key: string, code: string, more: Partial<KeyboardEvent> = {}): unknown {
  const target = { localName: 'div', closest: () => null };
  const event = { key, code, getModifierState: () => false, composedPath: () => [target], ...more };
  return replayAction(event as unknown as KeyboardEvent);
}

it('a Latin keyboard is asked what it writes', () => {
  assert.deepEqual(pressed(']', 'BracketRight'), { type: 'marker', by: 1 });
  assert.deepEqual(pressed('[', 'Digit8'), { type: 'marker', by: -1 });
  assert.deepEqual(pressed('9', 'Digit9'), { type: 'part', part: 0.9 });
  assert.deepEqual(pressed('ArrowLeft', 'ArrowLeft', { shiftKey: true }), { type: 'tenth', by: -1 });
  // German, and French without Shift.
  for (const [key, code] of [
    ['ü', 'BracketLeft'],
    ['é', 'Digit2'],
    ['Dead', 'BracketLeft'],
    ['x', 'Comma'],
  ] as const)
    assert.equal(pressed(key, code), null, key);
});

it('any other is known by the places of its keys', () => {
  const shiftKey = true;
  // Ukrainian.
  assert.deepEqual(pressed('х', 'BracketLeft'), { type: 'marker', by: -1 });
  assert.deepEqual(pressed('ї', 'BracketRight'), { type: 'marker', by: 1 });
  assert.deepEqual(pressed('б', 'Comma'), { type: 'step', by: -1 });
  assert.deepEqual(pressed('ю', 'Period'), { type: 'step', by: 1 });
  assert.deepEqual(pressed('Б', 'Comma', { shiftKey }), { type: 'speed', by: -1 });
  assert.deepEqual(pressed('Ю', 'Period', { shiftKey }), { type: 'speed', by: 1 });
  assert.deepEqual(pressed('а', 'KeyF'), { type: 'full' });
  assert.equal(pressed('№', 'Digit3', { shiftKey }), null);
  // Arabic.
  assert.deepEqual(pressed('ج', 'BracketLeft'), { type: 'marker', by: -1 });
  assert.deepEqual(pressed('٣', 'Digit3'), { type: 'part', part: 0.3 });
  assert.deepEqual(pressed('؟', 'Slash', { shiftKey }), { type: 'help' });
});

it('F is for full screen, once for each press, and leaves Control F to the browser', () => {
  assert.deepEqual(pressed('f', 'KeyF'), { type: 'full' });
  assert.deepEqual(pressed('F', 'KeyF'), { type: 'full' });
  assert.equal(pressed('f', 'KeyF', { repeat: true }), null);
  assert.equal(pressed('f', 'KeyF', { ctrlKey: true }), null);
});
