// The build shortens packages of the first load: what it writes instead has to do the same.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findClusterBreak } from '@marijn/find-cluster-break';
import { withoutTable } from '../../components/build/browsers-only.js';

test('A character ends where the package says, for every code point', async () => {
  const source = readFileSync('node_modules/@marijn/find-cluster-break/src/index.js', 'utf8');
  const short = withoutTable(source) ?? '';
  assert.ok(short.length < source.length - 1_000);
  const made: { findClusterBreak: typeof findClusterBreak } = await import(
    `data:text/javascript,${encodeURIComponent(short)}`
  );
  const other: string[] = [];
  // Variation selectors beyond extend as well: the package's table has none of them.
  for (let code = 0; code < 0xe0000; code++) {
    const text = `a${String.fromCodePoint(code)}b`;
    if (made.findClusterBreak(text, 0) !== findClusterBreak(text, 0)) other.push(code.toString(16));
  }
  assert.deepEqual(other, []);
  for (const text of ['👩‍👩‍👧‍👦', '🇩🇪🇫🇷', 'e\u0301', '👍🏽', '\ud83d', 'กำ']) {
    for (let at = 0; at <= text.length; at++) {
      assert.equal(made.findClusterBreak(text, at), findClusterBreak(text, at), text);
      assert.equal(made.findClusterBreak(text, at, false), findClusterBreak(text, at, false), text);
    }
  }
});
