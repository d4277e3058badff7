/** The address of a worker's script is there until the worker runs, and not longer. */
import assert from 'node:assert/strict';
import { resolveObjectURL } from 'node:buffer';
import { after, before, it } from 'node:test';
import { scriptWorker } from '../../components/runner/sandbox/script-worker.js';

class FakeWorker extends EventTarget {
  terminated = false;
  constructor(readonly address: string) {
    super();
  }
  terminate() {
    this.terminated = true;
  }
}

before(() => Object.defineProperty(globalThis, 'Worker', { value: FakeWorker, configurable: true }));
after(() => Reflect.deleteProperty(globalThis, 'Worker'));

it('forgets where its script was when it has said something, has failed or is ended', () => {
  const ends: ((worker: Worker) => void)[] = [
    (worker) => worker.dispatchEvent(new Event('message')),
    (worker) => worker.dispatchEvent(new Event('error')),
    (worker) => worker.terminate(),
  ];
  for (const [index, end] of ends.entries()) {
    const worker = scriptWorker('self.postMessage(1)');
    const { address } = worker as unknown as FakeWorker;
    assert.equal(resolveObjectURL(address)?.type, 'text/javascript');
    end(worker);
    assert.equal(resolveObjectURL(address), undefined);
    assert.equal((worker as unknown as FakeWorker).terminated, index === 2);
  }
});
