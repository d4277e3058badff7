/** TypeScript's compiler in the frame: kept for the next program, and ended with the one that it does not end for. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Compiler } from '../../components/runner/sandbox/compiler.js';
import type { FileClient } from '../../components/runner/sandbox/file-client.js';

const SOURCE = { code: '', language: 'ts' } as const;

class FakeWorker extends EventTarget {
  static all: FakeWorker[] = [];
  onmessage: ((event: object) => void) | undefined;
  onerror: ((event: object) => void) | undefined;
  ended = false;

  constructor() {
    super();
    FakeWorker.all.push(this);
  }

  postMessage(): void {}
  terminate(): void {
    this.ended = true;
  }
}

describe('The compiler', () => {
  const { Worker } = globalThis as { Worker?: unknown };
  const compiler = new Compiler({ read: async () => new ArrayBuffer() } as unknown as FileClient, () => {});
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  beforeEach(() => {
    FakeWorker.all = [];
    Object.assign(globalThis, { Worker: FakeWorker });
  });

  afterEach(() => {
    Object.assign(globalThis, { Worker });
  });

  it('of a later program goes on when one ends that it has failed for', async () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const failed = compiler.compile(SOURCE, one.signal);
    await turn();
    FakeWorker.all[0]?.onerror?.({ preventDefault() {}, message: 'no memory' });
    assert.deepEqual(await failed, { sentence: 'TypeScript could not be loaded: no memory' });
    const compiled = compiler.compile(SOURCE, other.signal);
    await turn();
    one.abort();
    await turn();
    assert.equal(FakeWorker.all[1]?.ended, false);
    FakeWorker.all[1]?.onmessage?.({ data: { code: 'x', mappings: '' } });
    assert.deepEqual(await compiled, { code: 'x', mappings: '' });
  });
});
