import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Editor } from './main.js';

test('answers', () => {
  const editor = new Editor();
  assert.equal(editor.undo(), false);
  assert.equal(editor.redo(), false);
  editor.insert(0, 'a');
  assert.equal(editor.undo(), true);
  assert.equal(editor.undo(), false);
  assert.equal(editor.redo(), true);
  assert.equal(editor.redo(), false);
});

test('editors are apart', () => {
  const one = new Editor();
  const other = new Editor();
  one.insert(0, 'a');
  assert.equal(other.undo(), false);
  assert.deepEqual([one.text, other.text], ['a', '']);
});
