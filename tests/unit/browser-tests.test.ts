// What tests in browsers have in common, where a driver would otherwise do something else than a person.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';

it('tests in browsers press one key after the other', () => {
  const folder = 'tests/browser';
  const names = readdirSync(folder).filter((name) => name.endsWith('.test.ts'));
  // WebKit's driver presses all keys of a text before it releases one, and the second of two equal keys may be lost.
  const atOnce = names.filter((name) => /\bsendKeys\(\{\s*type:/.test(readFileSync(`${folder}/${name}`, 'utf8')));
  assert.ok(names.length > 50);
  assert.deepEqual(atOnce, [], 'use type() of tests/fixtures/keyboard.ts');
});
