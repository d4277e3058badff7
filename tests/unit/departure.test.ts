/** A page that is being left tells nobody that what it was loading has failed. */
import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { runOne } from '../../components/run/carry-out.js';
import type { Runner, RunRequest, RunResult } from '../../components/runner/runner.js';

const page = new EventTarget();
const globals = globalThis as { addEventListener?: unknown };
globals.addEventListener = page.addEventListener.bind(page);

const request: RunRequest = { id: '1', language: 'javascript', code: '1', fileName: 'main.js' };

/** What becomes of a run: its result, or why it was rejected, and what others are told. */
function started(load: () => Promise<Runner>) {
  const told: string[] = [];
  const environment = {
    signal: new AbortController().signal,
    load,
    refused: (why: unknown) => void told.push(String(why)),
  };
  const sink = { output: (_kind: string, text: string) => void told.push(text), progress: () => undefined };
  const seen: (RunResult | Error)[] = [];
  runOne(environment, request, sink, new AbortController().signal).then(
    (result) => seen.push(result),
    (error) => seen.push(error),
  );
  return { told, seen };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const broken = () => Promise.reject(new Error('It was broken off.'));
const lost = async () =>
  ({ run: async () => ({ state: 'interrupted', durationMs: 1, sentence: 'lost' }) }) as unknown as Runner;

describe('A run that cannot be carried out', () => {
  afterEach(() => mock.timers.reset());

  it('says so at once on a page that stays', async () => {
    const [failed, gone] = [started(broken), started(lost)];
    await settled();
    assert.equal(String(failed.seen[0]), 'Error: It was broken off.');
    assert.deepEqual(gone, { told: ['lost', 'lost'], seen: [{ state: 'failed', durationMs: 1 }] });
  });

  it('says nothing on a page that is being left, unless that is called off', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    let breakOff: (() => void) | undefined;
    const underWay = new Promise<void>((resolve) => {
      breakOff = resolve;
    });
    const both = [started(() => underWay.then(broken)), started(() => underWay.then(lost))];
    await settled();
    page.dispatchEvent(new Event('beforeunload'));
    breakOff?.();
    await settled();
    mock.timers.tick(4_000);
    await settled();
    for (const { told, seen } of both) assert.deepEqual([told, seen], [[], []]);
    mock.timers.tick(1_500);
    await settled();
    for (const { seen } of both) assert.equal(seen.length, 1);
  });
});
