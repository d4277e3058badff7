/** What candidates are told of hidden tests. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nothing } from 'lit';
import { hiddenOutcome } from '../../components/tests/render-hidden.js';
import type { TestRun } from '../../party/shared/test-results.js';

type Counts = NonNullable<TestRun['counts']>;

/** A template with its values, without its tags' names. */
function written(part: unknown): string {
  if (Array.isArray(part)) return part.map(written).join('');
  if (part === nothing || part === null || typeof part !== 'object') return part === nothing ? '' : String(part);
  const { strings = [], values = [] } = part as { strings?: string[]; values?: unknown[] };
  return strings.map((text, at) => text + (at < values.length ? written(values[at]) : '')).join('');
}

function told(counts: Counts, on = false): { words: string; mood: string } {
  const run: TestRun = {
    id: 'a',
    by: 'Ada',
    replica: 1,
    at: 1,
    names: [],
    results: [],
    stopping: false,
    ended: !on,
    counts,
  };
  const html = written(hiddenOutcome(run, on));
  const words = html
    .replace(/<h3>.*?<\/h3>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { words, mood: /class="counts ([a-z]*)"/.exec(html)?.[1] ?? '' };
}

describe('the outcome of hidden tests', () => {
  for (const [says, counts, words, mood] of [
    ['that all passed', { passed: 3, failed: 0, total: 3 }, 'All 3 passed', 'good'],
    ['of which some failed', { passed: 1, failed: 2, total: 3 }, '1 of 3 passed', 'bad'],
    ['that were stopped', { passed: 2, failed: 0, total: 5 }, '2 of 5 passed 3 not run', ''],
    ['that were stopped before the first', { passed: 0, failed: 0, total: 5 }, '0 of 5 passed 5 not run', ''],
    ['that were stopped after one failed', { passed: 1, failed: 1, total: 5 }, '1 of 5 passed 3 not run', 'bad'],
    ['with impossible counts', { passed: 4, failed: 4, total: 5 }, '4 of 5 passed', 'bad'],
  ] as [string, Counts, string, string][])
    it(`${says} is told as it is`, () => assert.deepEqual(told(counts), { words, mood }));

  it('is not told while they run', () => {
    assert.deepEqual(told({ passed: 1, failed: 0, total: 5 }, true), { words: 'Running: 2 of 5', mood: '' });
  });
});
