import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseLine } from './events.js';

test('many lines', () => {
  for (let n = 0; n < 100_000; n++) {
    const event = parseLine(`2026-03-01T00:00:00 INFO service-${n} message ${n}`);
    assert.equal(event?.service, `service-${n}`);
    assert.equal(event?.message, `message ${n}`);
  }
});
