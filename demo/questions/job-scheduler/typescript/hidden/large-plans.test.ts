import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Job, plan } from './main.ts';

function chain(count: number): Job[] {
  // The last in the list begins.
  return Array.from({ length: count }, (_, n) => {
    return { name: `job ${n}`, minutes: 1, needs: n + 1 < count ? [`job ${n + 1}`] : [] };
  });
}

test('a chain', () => {
  const outcome = plan(chain(50_000));
  assert.ok('total' in outcome);
  assert.equal(outcome.total, 50_000);
  assert.deepEqual(
    outcome.critical,
    Array.from({ length: 50_000 }, (_, n) => `job ${49_999 - n}`),
  );
});

test('a circle', () => {
  const jobs = chain(50_000);
  jobs[49_999]!.needs = ['job 20000'];
  assert.deepEqual(plan(jobs), {
    circle: Array.from({ length: 30_000 }, (_, n) => `job ${n + 20_000}`),
  });
});

test('jobs are left as they were', () => {
  const jobs = chain(10);
  plan(jobs);
  assert.deepEqual(jobs, chain(10));
});
