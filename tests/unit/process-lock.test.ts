// Of several processes started in one folder one does the work, and the others wait.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { withProcessLock } from '../../demo/build/process-lock.mjs';

const folders: string[] = [];
let turn: string;
let done: string;
let log: string;

/** Another process that does the work, which is slow and must not be done twice at once. */
function other(failing = ''): ReturnType<typeof spawn> {
  const code = `
    import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
    import { withProcessLock } from ${JSON.stringify(import.meta.resolve('../../demo/build/process-lock.mjs'))};
    const say = (word) => appendFileSync(${JSON.stringify(log)}, word + '\\n');
    withProcessLock(${JSON.stringify(turn)}, {
      isDone: () => existsSync(${JSON.stringify(done)}),
      work: () => {
        say('begin');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
        say('end');
        ${failing || `writeFileSync(${JSON.stringify(done)}, '')`};
      },
      waits: () => say('waits'),
    });`;
  return spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' });
}

const said = () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []);

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'code-room-'));
  folders.push(folder);
  turn = join(folder, 'inside/turn.pid');
  done = join(folder, 'done');
  log = join(folder, 'log');
});
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('work under a process lock', () => {
  it('is done once by processes that start together; the others wait and say so once', async () => {
    const all = [other(), other(), other(), other()];
    const codes = await Promise.all(all.map(async (each) => (await once(each, 'exit'))[0]));
    assert.deepEqual(codes, [0, 0, 0, 0]);
    assert.equal(said().filter((word) => word === 'begin').length, 1);
    assert.ok(said().filter((word) => word === 'waits').length <= 3);
    assert.ok(!existsSync(turn));
  });

  it('is done again when a process has failed, one after the other', async () => {
    const all = [other('throw new Error()'), other('throw new Error()'), other('throw new Error()')];
    const codes = await Promise.all(all.map(async (each) => (await once(each, 'exit'))[0]));
    assert.deepEqual(codes, [1, 1, 1]);
    const steps = said().filter((word) => word !== 'waits');
    assert.deepEqual(steps, ['begin', 'end', 'begin', 'end', 'begin', 'end']);
  });

  it('is done again when a process was killed', async () => {
    const killed = other();
    while (!said().includes('begin')) await new Promise((resolve) => setTimeout(resolve, 10));
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    assert.ok(existsSync(turn));
    let worked = 0;
    withProcessLock(turn, {
      isDone: () => worked > 0,
      work: () => worked++,
      waits: () => assert.fail('nobody is there'),
    });
    assert.equal(worked, 1);
    assert.ok(!existsSync(turn));
  });

  it('is done where the lock has our own id or was never written, as a power cut or a container leaves it', () => {
    mkdirSync(dirname(turn), { recursive: true });
    for (const left of [String(process.pid), `${process.pid} 0b4d5e0e-0000-4000-8000-000000000000 1`, '', 'x']) {
      writeFileSync(turn, left);
      // Longer ago than any process takes to write its id.
      utimesSync(turn, new Date(0), new Date(0));
      let worked = 0;
      const isDone = () => worked > 0;
      withProcessLock(turn, { isDone, work: () => worked++, waits: () => assert.fail('nobody is there') });
      assert.equal(worked, 1);
      assert.ok(!existsSync(turn));
    }
  });

  it('is done once by processes that all find the lock of a killed one', async () => {
    mkdirSync(dirname(turn), { recursive: true });
    writeFileSync(turn, '999999999');
    const all = [other(), other(), other(), other()];
    const codes = await Promise.all(all.map(async (each) => (await once(each, 'exit'))[0]));
    assert.deepEqual(codes, [0, 0, 0, 0]);
    assert.equal(said().filter((word) => word === 'begin').length, 1);
    assert.deepEqual(readdirSync(dirname(turn)), []);
  });

  it('is not started when it is done already', () => {
    writeFileSync(done, '');
    withProcessLock(turn, { isDone: () => existsSync(done), work: () => assert.fail(), waits: () => assert.fail() });
    assert.ok(!existsSync(turn));
  });
});
