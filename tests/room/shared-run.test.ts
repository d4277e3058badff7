/** A run belongs to the room: everybody sees it, one page carries it out, anybody may stop it. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it, mock } from 'node:test';
import type { Session } from '../../components/session/session.js';
import { World } from './world.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.UTC(2026, 0, 1) });

let w: World;
const LONGEST = 65_530;
const session = (index: number): Session => w.sessions[index] as Session;

describe('a run', () => {
  beforeEach(async () => {
    w = await World.of(2);
  });

  it('is seen by both people, with its output and end', async () => {
    const ticket = await w.run(0);
    ticket.print('stdout', 'one\n');
    ticket.print('stderr', 'two\n');
    ticket.finish('done', 12);
    mock.timers.tick(100);
    await w.settle();
    for (const index of [0, 1]) {
      const current = session(index).run.current;
      assert.deepEqual([current?.state, current?.durationMs, w.output(index)], ['done', 12, 'one\ntwo\n']);
      assert.equal(current?.mine, index === 0);
    }
  });

  it('is the only one at a time', async () => {
    await w.run(0);
    await assert.rejects(w.run(1), /A program is already running/);
  });

  it('can be stopped by anybody', async () => {
    const ticket = await w.run(0);
    session(1).run.stop();
    await w.settle();
    assert.ok(ticket.signal.aborted);
    ticket.finish('stopped', 5);
    await w.settle();
    assert.equal(session(1).run.current?.state, 'stopped');
  });

  it('is ended by the room when its page does not stop', async () => {
    await w.run(0);
    session(1).run.stop();
    await w.settle();
    mock.timers.tick(2_001);
    await w.settle();
    assert.equal(session(1).run.current?.state, 'stopped');
  });

  it('ends as interrupted when its page is closed', async () => {
    await w.run(0);
    w.vanish(0);
    await w.settle();
    assert.equal(session(1).run.current?.state, 'interrupted');
  });

  it('continues through a lost connection, and no output is lost', async () => {
    const ticket = await w.run(0);
    w.cut(0);
    ticket.print('stdout', 'meanwhile\n');
    await w.settle();
    mock.timers.tick(20_000);
    await w.settle();
    assert.deepEqual([session(1).run.current?.state, w.output(1)], ['running', 'meanwhile\n']);
  });

  it('ends as interrupted when the connection stays lost', async () => {
    await w.run(0);
    w.cut(0);
    w.wires[0] = null;
    mock.timers.tick(10_001);
    await w.settle();
    assert.equal(session(1).run.current?.state, 'interrupted');
  });

  it('survives a crash of the room with its output', async () => {
    const ticket = await w.run(0);
    ticket.print('stdout', 'before\n');
    await w.settle();
    mock.timers.tick(2_001);
    await w.settle();
    w.crash();
    await w.settle();
    ticket.print('stdout', 'after\n');
    mock.timers.tick(100);
    await w.settle();
    assert.deepEqual([session(1).run.current?.state, w.output(1)], ['running', 'before\nafter\n']);
  });

  it('shares 64 KiB of output and says that there was more', async () => {
    const ticket = await w.run(0);
    for (let n = 0; n < 30; n++) ticket.print('stdout', 'x'.repeat(10_000));
    mock.timers.tick(100);
    await w.settle();
    assert.ok(w.output(1).length < 70_000);
    assert.match(w.output(1), /More output followed/);
  });

  it('accepts no output from anybody else', async () => {
    await w.run(0);
    w.wires[1]?.send({ type: 'print', run: 1, output: [{ kind: 'stdout', text: 'forged' }] });
    w.wires[1]?.send({ type: 'finish', run: 1, state: 'done', durationMs: 1 });
    await w.settle();
    assert.deepEqual([session(0).run.current?.state, w.output(0)], ['running', '']);
  });
});

describe('a run whose page is disconnected', () => {
  beforeEach(async () => {
    w = await World.of(2);
  });

  it('is stopped in time, however often Stop is pressed meanwhile', async () => {
    await w.run(0);
    w.cut(0, true);
    for (let presses = 0; presses < 3; presses++) {
      session(1).run.stop();
      await w.settle();
      mock.timers.tick(700);
    }
    await w.settle();
    assert.equal(session(1).run.current?.state, 'stopped');
  });

  it('is told to stop after the reconnect', async () => {
    const ticket = await w.run(0);
    w.cut(0, true);
    session(1).run.stop();
    await w.settle();
    await w.back(0);
    await w.settle();
    assert.ok(ticket.signal.aborted);
  });
});

describe('one’s own run', () => {
  it('is stopped at once while offline, and the room learns of it later', async () => {
    w = await World.of(2);
    const ticket = await w.run(0);
    w.cut(0, true);
    session(0).run.stop();
    assert.ok(ticket.signal.aborted);
    ticket.finish('stopped', 7);
    await w.back(0);
    await w.settle();
    assert.deepEqual([session(1).run.current?.state, session(1).run.current?.durationMs], ['stopped', 7]);
  });

  it('ends with its room', async () => {
    w = await World.made();
    await w.join({ token: await w.token('candidate') });
    const ticket = await w.run(0);
    await w.command({ type: 'delete', token: await w.token('interviewer') });
    w.down(0);
    assert.deepEqual([session(0).run.current?.state, ticket.signal.aborted], ['interrupted', true]);
  });
});

describe('output', () => {
  beforeEach(async () => {
    w = await World.of(1);
  });

  it('in thousands of pieces is kept, and later edits are saved', async () => {
    const ticket = await w.run(0);
    for (let n = 0; n < 4_000; n++) ticket.print(n % 2 ? 'stdout' : 'stderr', 'x');
    ticket.finish('done', 1);
    mock.timers.tick(100);
    await w.settle();
    w.type(0, 'saved');
    await w.settle();
    w.agree('saved');
  });

  it('of prompts beyond what a room shares is stored as far as it fits, and later edits are saved', async () => {
    const ticket = await w.run(0);
    ticket.print('stdout', 'Name?');
    await w.settle();
    const text = 'x'.repeat(LONGEST);
    for (const kind of ['stdout', 'prompt', 'prompt', 'prompt'] as const)
      w.wires[0]?.send({ type: 'print', run: 1, output: [{ kind, text }] });
    await w.settle();
    mock.timers.tick(2_001);
    await w.settle();
    w.type(0, 'saved');
    await w.settle();
    w.agree('saved');
    ticket.finish('done', 1);
    await w.settle();
    w.type(0, ' again');
    await w.settle();
    w.agree('saved again');
    assert.deepEqual(w.reported, []);
  });

  it('of a room that shares more than fits into one stored value is stored in part, and prompts keep their numbers', async () => {
    w = await World.of(2, {}, { runOutputBytes: 1024 * 1024 });
    const ticket = await w.run(0);
    for (let n = 0; n < 60; n++) {
      ticket.print('stdout', 'x'.repeat(5_000));
      ticket.print('prompt', `${n}?`);
      if (n < 59) session(1).run.answer(n + 1, 'yes');
      mock.timers.tick(100);
      await w.settle();
    }
    mock.timers.tick(2_001);
    await w.settle();
    w.crash();
    await w.settle();
    await w.reload(1);
    await w.settle();
    assert.ok(w.output(1).includes('What stood here is not kept'));
    const prompts = session(1).run.current?.output.filter(({ kind }) => kind === 'prompt') ?? [];
    assert.deepEqual([prompts.length, prompts.at(-1)?.text], [60, '59?']);
    ticket.finish('done', 1);
    w.type(0, 'saved');
    await w.settle();
    w.agree('saved');
    assert.deepEqual(w.reported, []);
  });

  it('without text is dropped', async () => {
    await w.run(0);
    w.wires[0]?.send({
      type: 'print',
      run: 1,
      output: Array.from({ length: 9_000 }, () => ({ kind: 'stdout' as const, text: '' })),
    });
    await w.settle();
    assert.equal(session(0).run.current?.output.length, 0);
  });
});
