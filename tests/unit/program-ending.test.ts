// The end of a program in JavaScript: an error of its handlers is one of the program.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { finished, runBeforeExit } from '../../components/runner/worker/javascript/ending.js';
import type { Loop } from '../../components/runner/worker/javascript/loop.js';
import { openProgramFiles } from '../fixtures/node-files.js';

const idle = { busy: false, idle: async () => {} } as unknown as Loop;

it('tells what a handler throws, unless the program handles that', async () => {
  const { process } = openProgramFiles();
  const error = new Error('thrown in beforeExit');
  let times = 0;
  process.on('beforeExit', () => {
    times += 1;
    if (times < 3) throw error;
  });
  assert.deepEqual(await runBeforeExit(process as never, idle), { error });
  const caught: unknown[] = [];
  process.on('uncaughtException', (thrown: never) => void caught.push(thrown));
  assert.equal(await runBeforeExit(process as never, idle), undefined);
  assert.deepEqual([times, caught], [3, [error]]);
});

it('ends once, and well where nothing is thrown', () => {
  const { process } = openProgramFiles();
  const codes: unknown[] = [];
  process.on('exit', (code: never) => void codes.push(code));
  assert.equal(finished(process as never, false), undefined);
  const other = openProgramFiles().process;
  other.exitCode = 3;
  other.on('exit', (code: never) => {
    codes.push(code);
    throw new Error('no');
  });
  assert.match(String(finished(other as never, true)?.error), /no/);
  assert.equal(finished(other as never, true), undefined);
  // An error's code is 1, whatever the program wanted.
  assert.deepEqual(codes, [0, 1]);
});

it('tells what the program’s own handler of errors throws', () => {
  const { process } = openProgramFiles();
  process.on('exit', () => {
    throw new Error('first');
  });
  process.on('uncaughtException', () => {
    throw new Error('second');
  });
  assert.match(String(finished(process as never, false)?.error), /second/);
});

it('ends well or not by what a shell has of its exit code', () => {
  const ends = (code: unknown) => {
    const { process } = openProgramFiles();
    process.exitCode = code;
    return process.succeeded;
  };
  assert.deepEqual([undefined, 0, '0', 256, -256, 1024].map(ends), Array(6).fill(true));
  assert.deepEqual([1, '1', -1, 255, 257, 'x', 0.5].map(ends), Array(7).fill(false));
});

it('waits for what a handler adds', async () => {
  const { process } = openProgramFiles();
  let left = 2;
  const loop = {
    get busy() {
      return left > 0;
    },
    idle: async () => {
      left -= 1;
    },
  } as unknown as Loop;
  let times = 0;
  process.on('beforeExit', () => {
    times += 1;
  });
  assert.equal(await runBeforeExit(process as never, loop), undefined);
  assert.deepEqual([times, left], [3, 0]);
});
