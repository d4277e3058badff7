// A field keeps its undo history when it is removed and shown again.
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { FieldHistory } from '../../components/element/field-history.js';

/** What is asked of an input. */
class Field {
  selectionStart = 0;
  selectionEnd = 0;
  value = '';

  setSelectionRange(start: number, end: number): void {
    [this.selectionStart, this.selectionEnd] = [start, end];
  }
}

class Key extends Event {
  readonly altKey = false;
  readonly isComposing = false;
  readonly code = '';

  constructor(
    readonly key: string,
    readonly ctrlKey: boolean,
    readonly metaKey = false,
    readonly shiftKey = false,
  ) {
    super('keydown', { cancelable: true });
  }
}
Object.assign(globalThis, { KeyboardEvent: Key });

let history: FieldHistory;
let field: Field;

function type(text: string, kind = 'insertText'): void {
  for (const character of text) put(field.value + character, kind);
}

function put(value: string, kind: string): void {
  field.value = value;
  field.setSelectionRange(value.length, value.length);
  history.record(field, kind);
}

function press(key: Key): boolean {
  return history.handleUndo(key as unknown as KeyboardEvent, field);
}

const back = () => press(new Key('z', true));
const forth = () => press(new Key('z', true, false, true));

beforeEach(() => {
  history = new FieldHistory();
  field = new Field();
});

describe('the undo history of a field', () => {
  it('undoes and redoes word by word', () => {
    type('one two');
    const values: string[] = [];
    for (const step of [back, back, back, forth, forth, forth]) {
      step();
      values.push(field.value);
    }
    assert.deepEqual(values, ['one ', '', '', 'one ', 'one two', 'one two']);
    assert.equal(field.selectionStart, 7);
  });

  it('separates typing, deleting and pasting', () => {
    type('ab');
    put('abpasted', 'insertFromPaste');
    put('abpaste', 'deleteContentBackward');
    put('abpast', 'deleteContentBackward');
    const values: string[] = [];
    for (let n = 0; n < 4; n++) {
      back();
      values.push(field.value);
    }
    assert.deepEqual(values, ['abpasted', 'ab', '', '']);
  });

  it('drops undone steps when something else is typed', () => {
    type('ab');
    back();
    type('c');
    forth();
    assert.equal(field.value, 'c');
    back();
    assert.equal(field.value, '');
  });

  it('survives the replacement of the field', () => {
    type('half');
    field = new Field();
    field.value = history.value;
    assert.equal(field.value, 'half');
    back();
    assert.deepEqual([field.value, history.value], ['', '']);
  });

  it('is empty after it was cleared', () => {
    type('sent');
    history.clear();
    field.value = '';
    back();
    assert.equal(field.value, '');
  });

  it('handles Ctrl Y and Command Z, a menu, and no other key', () => {
    type('ab');
    assert.ok(press(new Key('z', false, true)));
    assert.ok(press(new Key('y', true)));
    assert.equal(field.value, 'ab');
    const menu = Object.assign(new Event('beforeinput', { cancelable: true }), { inputType: 'historyUndo' });
    assert.ok(history.handleUndo(menu as unknown as InputEvent, field));
    assert.deepEqual([field.value, menu.defaultPrevented], ['', true]);
    for (const key of [new Key('z', false), new Key('d', true), new Key('y', false, true)]) assert.ok(!press(key));
  });
});
