/** What an engine says, line by line. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { it } from 'node:test';
import { readLines } from '../../demo/engine/process.mjs';

it('the last line of an engine is heard, though it did not end it', async () => {
  const heard: string[] = [];
  const stream = Readable.from(['one\ntw', 'o\n\n', 'the last']);
  readLines(stream, (line) => heard.push(line));
  await once(stream, 'end');
  assert.deepEqual(heard, ['one', 'two', 'the last']);
});
