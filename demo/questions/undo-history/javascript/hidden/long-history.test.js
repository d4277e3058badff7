import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Editor } from './main.js';

test('long history', () => {
  const editor = new Editor();
  for (let n = 0; n < 2000; n++) editor.insert(0, `${n} `);
  const whole = editor.text;
  for (let n = 0; n < 2000; n++) assert.ok(editor.undo());
  assert.equal(editor.text, '');
  for (let n = 0; n < 2000; n++) assert.ok(editor.redo());
  assert.equal(editor.text, whole);
});
