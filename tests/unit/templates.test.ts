/** Templates as the build leaves them: it takes the white space at both ends of each. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { listFiles } from '../../demo/build/files.mjs';

test('no template begins or ends with a space that people see: words would run together', () => {
  const found = listFiles('components')
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const text = readFileSync(`components/${name}`, 'utf8');
      // On one line: what stands on lines of its own is laid out.
      return [...text.matchAll(/html`( [^`\n]*|[^`\n]*[^\s`] )`/g)].map(([template]) => `${name}: ${template}`);
    });
  assert.deepEqual(found, []);
});
