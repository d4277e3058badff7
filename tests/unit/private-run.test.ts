/** A run in private time: nothing of it reaches the room, also before what keeps it here has been loaded. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { carryOut } from '../../components/run/carry-out.js';

type Order = Parameters<typeof carryOut>[0];

/** A page in private time, reloaded: what keeps runs here is missing. */
function privatePage() {
  const started: string[] = [];
  const refused: unknown[] = [];
  const run = Object.assign(new EventTarget(), {
    running: false,
    privateRuns: null as unknown,
    start: (language: string) => {
      started.push(language);
      return Promise.reject(new Error('Enough for this test.'));
    },
  });
  const document = { language: 'javascript', name: 'main.js', text: 'print(1)' };
  const documents = { files: { held: true, list: [] } };
  const session = Object.assign(new EventTarget(), { status: 'live', saved: true, run, documents });
  const order = {
    session,
    signal: new AbortController().signal,
    turn: { withdrawn: false, begin: () => undefined },
    file: () => document,
    obstacleTo: () => '',
    element: new EventTarget(),
    given: () => ({}),
    load: () => Promise.reject(new Error('Enough for this test.')),
    refused: (why: unknown) => void refused.push(why),
    answer: () => undefined,
    progress: () => undefined,
  } as unknown as Order;
  return { order, run, documents, started, refused };
}

describe('a run in private time', () => {
  it('is asked of no room while what keeps it here is missing', async () => {
    const { order, started, refused } = privatePage();
    const { state } = await carryOut(order);
    assert.equal(state, 'failed');
    assert.deepEqual(started, []);
    assert.match(String(refused[0]), /Nothing leaves this page in your private time/);
  });

  it('waits for that', async () => {
    const { order, run, started } = privatePage();
    const ran = carryOut(order);
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(started, []);
    run.privateRuns = {};
    run.dispatchEvent(new Event('private-runs'));
    await ran;
    assert.deepEqual(started, ['javascript']);
  });

  it('is everybody’s when the time is over', async () => {
    const { order, documents, started } = privatePage();
    documents.files.held = false;
    await carryOut(order);
    assert.deepEqual(started, ['javascript']);
  });
});
