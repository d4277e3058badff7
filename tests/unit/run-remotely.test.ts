/** A program that runs elsewhere has ended when its run has: what is printed later is not shown, and nobody is told then to stop it. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { RemoteLanguage } from '../../components/runner/languages/definition.js';
import { registerLanguage } from '../../components/runner/languages/registry.js';
import { runRemotely } from '../../components/runner/remote/run-remotely.js';
import { sleep } from '../../party/shared/time.js';

const request = { id: '1', language: 'rust', code: '', fileName: 'main.rs' };

async function ran(run: RemoteLanguage['run']) {
  const heard: string[] = [];
  registerLanguage({ id: 'rust', label: 'Rust', run, timeLimitMs: 100 });
  const sink = { output: (_: string, text: string) => heard.push(text), progress: () => {} };
  const stop = new AbortController();
  const { state } = await runRemotely(request, sink, stop.signal);
  return { state, heard, stop };
}

it('shows nothing that is printed after a run has ended, however it has', async () => {
  for (const end of ['done', 'failed'] as const) {
    let print: () => void = () => {};
    let over: AbortSignal | undefined;
    const { state, heard, stop } = await ran(async (_, sink, signal) => {
      over = signal;
      sink.output('stdout', 'in time');
      print = () => sink.output('stdout', 'late');
      if (end === 'failed') throw new Error('no.');
      return end;
    });
    print();
    assert.equal(state, end);
    assert.deepEqual(heard, end === 'failed' ? ['in time', 'Rust could not run this: no.'] : ['in time']);
    stop.abort();
    await sleep(150);
    assert.equal(over?.aborted, false);
  }
});
