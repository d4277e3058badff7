// The keys of commands: how a page writes others, and which event is which key under every keyboard layout.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPressed, keysWith, namesOf, USUAL_KEYS } from '../../components/element/command-keys.js';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, code: '' };
const pressed = (key: string, more: Partial<KeyboardEvent> = {}) => ({ ...none, key, ...more }) as KeyboardEvent;

describe('the keys of commands', () => {
  it('are the usual ones where a page says nothing', () => {
    for (const given of [undefined, '', ' ', {}]) assert.deepEqual(keysWith(given), USUAL_KEYS);
  });

  it('are written as text or as an object, with none or nothing for no key', () => {
    const wanted = { ...USUAL_KEYS, run: 'Shift-Enter', format: '', point: 'Ctrl-Alt-P' };
    assert.deepEqual(keysWith('run: Shift-Enter, format: none; point: Ctrl-Alt-P'), wanted);
    assert.deepEqual(keysWith({ run: 'Shift-Enter', format: null, point: 'Ctrl-Alt-P' }), wanted);
    assert.deepEqual(keysWith({ run: 'Shift-Enter', format: 'none', point: 'Ctrl-Alt-P' }), wanted);
  });

  it('that cannot be read are refused with a sentence', () => {
    for (const wrong of ['fly: F2', 'run: Super-Enter', 'run: Mod-', 'run: Mod-Enter-Shift'])
      assert.throws(() => keysWith(wrong), /such as run: Shift-Enter, format: none\.$/, wrong);
  });

  it('are met by their modifiers, all of them and no other', () => {
    assert.ok(isPressed('Mod-Enter', pressed('Enter', { ctrlKey: true })));
    assert.ok(isPressed('Mod-Enter', pressed('Enter', { metaKey: true })));
    assert.ok(!isPressed('Mod-Enter', pressed('Enter', { ctrlKey: true, metaKey: true })));
    assert.ok(!isPressed('Mod-Enter', pressed('Enter', { ctrlKey: true, shiftKey: true })));
    assert.ok(!isPressed('Ctrl-E', pressed('e', { metaKey: true, code: 'KeyE' })));
    assert.ok(!isPressed('', pressed('Enter')));
  });

  it('are the letters where Latin keyboards have them, whatever else is written there', () => {
    const both = { shiftKey: true, altKey: true };
    for (const key of ['F', 'f', 'Ï', 'А', 'Φ'])
      assert.ok(isPressed('Shift-Alt-F', pressed(key, { ...both, code: 'KeyF' })), key);
    assert.ok(!isPressed('Shift-Alt-F', pressed('g', { ...both, code: 'KeyF' })));
    // On another layout the question mark needs no Shift.
    for (const shiftKey of [true, false]) assert.ok(isPressed('Ctrl-?', pressed('?', { ctrlKey: true, shiftKey })));
  });

  it('are digits by their place, whatever Shift or Alt writes there, and the space bar by its name', () => {
    assert.ok(isPressed('Shift-1', pressed('!', { shiftKey: true, code: 'Digit1' })));
    assert.ok(isPressed('Alt-1', pressed('¡', { altKey: true, code: 'Digit1' })));
    // A French keyboard writes digits with Shift.
    assert.ok(isPressed('Ctrl-1', pressed('&', { ctrlKey: true, code: 'Digit1' })));
    assert.ok(isPressed('Ctrl-1', pressed('1', { ctrlKey: true, code: 'Numpad1' })));
    assert.ok(!isPressed('Shift-1', pressed('@', { shiftKey: true, code: 'Digit2' })));
    assert.ok(!isPressed('Shift-1', pressed('1', { code: 'Digit1' })));
    assert.ok(isPressed('Ctrl-Space', pressed(' ', { ctrlKey: true, code: 'Space' })));
    assert.ok(!isPressed('Ctrl-Space', pressed('S', { ctrlKey: true, code: 'KeyS' })));
  });

  it('have names for people and for screen readers', () => {
    assert.deepEqual(namesOf('Mod-Enter').aria, 'Control+Enter Meta+Enter');
    assert.deepEqual(namesOf('Ctrl-Alt-P'), { words: 'Ctrl Alt P', aria: 'Control+Alt+P' });
    assert.deepEqual(namesOf(''), { words: '', aria: '' });
  });
});
