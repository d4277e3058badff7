// Spare interpreters are prepared while nobody types, and at once for a waiting run.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import type { FileClient } from '../../components/runner/sandbox/file-client.js';
import { Runtime } from '../../components/runner/sandbox/runtime.js';
import { TypingPause } from '../../components/runner/sandbox/typing-pause.js';

const SPEC = { key: 'x', language: 'x', label: 'X', scripts: [{ name: 'x.js' }], files: [] };

/** A worker that is ready as soon as it has its files. */
class ReadyWorker extends EventTarget {
  static started = 0;
  static last: ReadyWorker | undefined;
  onmessage: ((event: object) => void) | undefined;

  constructor() {
    super();
    ReadyWorker.started += 1;
    ReadyWorker.last = this;
  }

  postMessage({ type }: { type: string }): void {
    if (type === 'boot') this.onmessage?.({ data: { type: 'ready', restored: true } });
  }

  terminate(): void {}
}

describe('Spare interpreters', () => {
  const { Worker } = globalThis as { Worker?: unknown };
  let pause = new TypingPause();
  let runtime: Runtime;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    mock.method(performance, 'now', () => clock);
    clock = 0;
    ReadyWorker.started = 0;
    Object.assign(globalThis, { Worker: ReadyWorker });
    pause = new TypingPause();
    const files = { read: async () => new ArrayBuffer() } as unknown as FileClient;
    runtime = new Runtime(SPEC, files, pause, () => {});
  });

  afterEach(() => {
    mock.timers.reset();
    mock.restoreAll();
    Object.assign(globalThis, { Worker });
  });

  let clock = 0;

  /** Lets time pass, and all that is to follow from it. */
  async function pass(time: number): Promise<void> {
    clock += time;
    mock.timers.tick(time);
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
  }

  it('are all prepared if nobody types', async () => {
    void runtime.warm(2);
    await pass(0);
    assert.equal(ReadyWorker.started, 2);
  });

  it('are not started while somebody types, and all are afterwards', async () => {
    pause.typed();
    void runtime.warm(2);
    for (let key = 0; key < 20; key++) {
      await pass(200);
      pause.typed();
    }
    assert.equal(ReadyWorker.started, 0);
    await pass(1000);
    assert.equal(ReadyWorker.started, 2);
  });

  it('are started at once for a waiting run, one each', async () => {
    pause.typed();
    void runtime.warm(2);
    await pass(0);
    assert.equal(ReadyWorker.started, 0);
    const taken = runtime.take(() => true);
    await pass(0);
    assert.ok(await taken);
  });

  it('wait again if somebody types on after a run', async () => {
    void runtime.warm(1);
    await pass(0);
    assert.ok(await runtime.take(() => true));
    pause.typed();
    void runtime.warm(1);
    await pass(100);
    assert.equal(ReadyWorker.started, 1);
    await pass(1000);
    assert.equal(ReadyWorker.started, 2);
  });

  it('are not given to a program when they have failed meanwhile', async () => {
    void runtime.warm(1);
    await pass(0);
    const taken: unknown[] = [];
    void runtime.take(() => true).then((worker) => taken.push(worker));
    await pass(0);
    const [first] = taken as [ReadyWorker];
    void runtime.warm(1);
    await pass(0);
    assert.equal(runtime.isReady, true);
    ReadyWorker.last?.dispatchEvent(new Event('error'));
    assert.equal(runtime.isReady, false);
    void runtime.take(() => true).then((worker) => taken.push(worker));
    await pass(0);
    assert.notEqual(taken[1], undefined);
    assert.notEqual(taken[1], first);
    assert.equal(ReadyWorker.started, 3);
  });
});
