import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
const results = [];
describe('math', () => {
  it('adds', () => { assert.equal(1 + 1, 2); results.push('adds'); });
  it('waits', async () => { await new Promise((r) => setTimeout(r, 1)); results.push('waits'); });
});
process.on('exit', () => { process.stderr.write(results.join() + '\n'); });
