/** A run whose interpreter still rehearses says that it starts; one that is taken at once says nothing. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import type { Compiler } from '../../components/runner/sandbox/compiler.js';
import { Run } from '../../components/runner/sandbox/run.js';

const ORDER = {
  ...{ id: '1', code: '', fileName: 'a.x', files: [], stdin: '', schema: '', showResult: false },
  ...{
    outputLimit: 1_000,
    timeLimitMs: 10_000,
    runtime: { key: 'x', language: 'x', label: 'X', scripts: [], files: [] },
  },
};

describe('a run that begins', () => {
  let told: unknown[] = [];
  let worker: { onmessage?: (event: object) => void; postMessage(): void; terminate(): void };
  let run: Run;
  const says = (message: object) => worker.onmessage?.({ data: message });

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    told = [];
    worker = { postMessage() {}, terminate() {} };
    const post = (message: { type: string; progress?: { sentence: string } | null }) => {
      if (message.type === 'progress') told.push(message.progress?.sentence ?? null);
    };
    const memory = { kept: undefined };
    const another = async () => undefined;
    run = new Run(ORDER as never, worker as never, another, {} as Compiler, memory, post as never, () => {});
  });
  afterEach(() => mock.timers.reset());

  it('says nothing when its worker takes it at once, however long it then waits', () => {
    mock.timers.tick(100);
    says({ type: 'taken' });
    mock.timers.tick(5_000);
    says({ type: 'begins' });
    run.end('done');
    assert.deepEqual(told, []);
  });

  it('says that it starts as long as its worker does something else', () => {
    mock.timers.tick(149);
    assert.deepEqual(told, []);
    mock.timers.tick(1);
    assert.deepEqual(told, ['Starting X']);
    says({ type: 'rehearsed' });
    says({ type: 'taken' });
    says({ type: 'begins' });
    run.end('done');
    assert.deepEqual(told, ['Starting X', null]);
  });

  it('says so before it says that it is compiled', () => {
    mock.timers.tick(200);
    says({ type: 'compiles' });
    says({ type: 'begins' });
    run.end('done');
    assert.deepEqual(told, ['Starting X', null, 'Compiling', null]);
  });

  for (const [when, wait, sentences] of [
    ['before', 100, []],
    ['after', 200, ['Starting X', null]],
  ] as const)
    it(`leaves nothing when it is stopped ${when} that`, () => {
      mock.timers.tick(wait);
      run.end('stopped');
      mock.timers.tick(5_000);
      assert.deepEqual(told, sentences);
    });
});
